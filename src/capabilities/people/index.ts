/** The server door of the people room. */
export { registerPerson } from './operations/register-person.ts'
export { registerPersons } from './operations/register-persons.ts'
export { nameKey } from './rules/name-key.ts'
export type { PeopleTables } from './tables.ts'
