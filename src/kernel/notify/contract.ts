export { type Phone, findPhone, maskPhone, showPhone } from './phone.ts'
export { type QuietHours, type Urgency, isQuiet, sendAt } from './quiet-hours.ts'
export { type MayReach, type OptOut, type Reach, isStopRequest, mayReach } from './opt-out.ts'
