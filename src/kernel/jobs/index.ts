export { startJobs } from './start.ts'
export type { JobsOptions, RunningJobs } from './start.ts'
export type { JobDefinition } from './contract.ts'
