import type { ColumnType } from 'kysely'

/**
 * A person as the city knows one. Nothing but a name is required: a person without phone, e-mail or NIK is allowed
 * everywhere. NIK is kept sealed and found by a keyed hash of the whole number.
 */
export interface PersonTable {
  id: string
  fullName: string
  /** For search: lower case, without marks. */
  nameKey: string
  birthOn: string | null
  birthYear: number | null
  sex: 'female' | 'male' | null
  /** +62… */
  phone: string | null
  address: string | null
  nikSealed: string | null
  nikHash: string | null
  /** The last two digits, the only ones ever shown. */
  nikEnd: string | null
  /** Place at which the record was made. Its people may go on reading it, wherever the person lives. */
  keeperPlaceId: string
  madeAt: ColumnType<string, string, never>
  erasedAt: string | null
}

/** Where a person lived, and from when to when. Not taken from the NIK, which says only where it was issued. */
export interface ResidenceTable {
  id: string
  personId: string
  placeId: string
  validFrom: string
  validTo: string | null
}

export interface HouseholdTable {
  id: string
  kkSealed: string | null
  kkHash: string | null
  kkEnd: string | null
  placeId: string | null
  madeAt: ColumnType<string, string, never>
}

export interface HouseholdMemberTable {
  id: string
  householdId: string
  personId: string
  relation: string
  validFrom: string
  validTo: string | null
}

export interface GuardianTable {
  id: string
  wardId: string
  guardianId: string
  relation: string
  validFrom: string
  validTo: string | null
}

/** Two records, one person. Other rooms' rows keep the id as written; this says who that is, and never in a chain. */
export interface PersonCanonicalTable {
  id: string
  personId: string
  canonicalId: string
  reason: string
  linkedAt: ColumnType<string, string, never>
}

export interface ConsentTable {
  id: string
  personId: string
  purpose: string
  textVersion: string
  givenAt: ColumnType<string, string, never>
  givenVia: 'own' | 'guardian' | 'staff'
  /** Who gave it for a child or another ward. */
  givenById: string | null
  withdrawnAt: string | null
}

export interface PeopleTables {
  person: PersonTable
  residence: ResidenceTable
  household: HouseholdTable
  householdMember: HouseholdMemberTable
  guardian: GuardianTable
  personCanonical: PersonCanonicalTable
  consent: ConsentTable
}
