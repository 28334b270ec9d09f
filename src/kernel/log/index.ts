/** The server door: the log of the program, and the redactor. */
export { createLog, standardLog } from './log.ts'
export type { Log, LogOptions } from './log.ts'
export { redact, redactData } from './redact.ts'
export { currentRequestId, inRequest, requestIdFrom } from './request-id.ts'
