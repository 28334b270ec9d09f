export { KeyLost, openKeyRing, openWith, purposes, sealWith } from './ring.ts'
export type { KeyRing, Purpose } from './ring.ts'
export { openForSubject, sealForSubject, subjectKeys, subjectMac } from './subject.ts'
export type { KeysTables, SubjectKeys } from './subject.ts'
