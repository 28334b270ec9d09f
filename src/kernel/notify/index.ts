export {
  type MayReach,
  type OptOut,
  type Phone,
  type QuietHours,
  type Reach,
  type Urgency,
  findPhone,
  isQuiet,
  isStopRequest,
  maskPhone,
  mayReach,
  sendAt,
  showPhone,
} from './contract.ts'
export {
  type Channel,
  GatewayFailure,
  type MessageGateway,
  type OutgoingMessage,
  channels,
  mailboxGateway,
} from './gateway.ts'
export { type Occasion, onceKey } from './once-key.ts'
export { retryAt, retryDelays } from './retry.ts'
export { parsePhone } from './parse-phone.ts'
export { texts } from './texts/index.ts'
export { nightRest, notify } from './notify.ts'
export type { NewMessage, NotifyContext } from './notify.ts'
export { optIn, optOut } from './operations.ts'
export { askMailbox, askMessages, askMine, askOptOuts } from './queries.ts'
export { sendDue, sendDueJob } from './send-due.ts'
export type { NotifyTables } from './tables.ts'
