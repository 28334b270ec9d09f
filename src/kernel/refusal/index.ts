/** The server door: every "no" that a person can act on. */
export { refusalKinds, treatment } from './contract.ts'
export type { FieldIssue, RefusalKind, RefusalParams, RefusalReport } from './contract.ts'
export { Refusal, KeptRefusal, refuse, refuseFields, refuseZod } from './refusal.ts'
export { reportRefusal } from './report.ts'
