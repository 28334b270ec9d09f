export { openApp } from './open.ts'
export type { App, OpenOptions } from './open.ts'
export type { Caller, DoOptions, SentFrom } from './contract.ts'
