export { listen } from './listen.ts'
export type { LiveListener } from './listen.ts'
export { publish } from './publish.ts'
export type { TopicDefinition } from './contract.ts'
