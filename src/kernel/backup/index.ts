/** The server door: backup and restore of one city. */
export { BrokenBackup } from './format.ts'
export { restore } from './restore.ts'
export type { Restored } from './restore.ts'
export { backup } from './take.ts'
