export { ProofList, ProofMark, type ProofState } from './proof-mark.tsx'
