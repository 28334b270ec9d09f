export { LIVE_CHANNEL, publish } from './publish.ts'
export type { TopicDefinition } from './contract.ts'
