/** The server door: the settings of the program. */
export { readConfig, WrongSettings } from './read-config.ts'
export type { Config } from './read-config.ts'
export { settingsDoc } from './settings-doc.ts'
