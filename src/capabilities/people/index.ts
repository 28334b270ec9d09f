/** The server door of the people room. */
export { erasedName, eraseHook } from './erase.ts'
export { registerPerson } from './operations/register-person.ts'
export { personName } from './queries/person-name.ts'
export { nameKey } from './rules/name-key.ts'
export type { HouseholdMemberTable, PeopleTables, PersonTable, ResidenceTable } from './tables.ts'
