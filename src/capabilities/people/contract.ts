/** The isomorphic door of the people room. */
import { z } from 'zod'
import { CivilDate, Instant } from '../../kernel/clock/contract.ts'
import { Id } from '../../kernel/id/contract.ts'
import { pageInput, pageOf, personal, secret } from '../../kernel/schema/contract.ts'

/** Roles and what each may do. A teller may not change a phone: withdrawal codes go there. */
export const permissions = {
  'person.register': ['city_admin', 'waste_city_manager', 'waste_manager', 'teller'],
  'person.read': ['city_admin', 'waste_city_manager', 'waste_manager', 'teller'],
  'person.amend': ['city_admin', 'waste_city_manager', 'waste_manager'],
  'person.household': ['city_admin', 'waste_city_manager', 'waste_manager'],
  'person.guardian': ['city_admin', 'waste_city_manager', 'waste_manager'],
  'person.consent': ['city_admin', 'waste_city_manager', 'waste_manager', 'teller'],
  'person.link': ['city_admin'],
  'person.erase': ['city_admin', 'data_protection_officer'],
} as const

/** Codes of the questions that are asked again in words. */
export const looksLike = 'person.looks_like'
export const birthUnknown = 'person.birth_unknown'

const FullName = personal(z.string().trim().min(2).max(80))
const BirthYear = personal(z.int().min(1900).max(2100))
const BirthOn = personal(CivilDate)
const PersonSex = z.enum(['female', 'male'])
const Phone = personal(z.string().trim().max(30))
const Address = personal(z.string().trim().max(160))
/** As it is written on the card; spaces and dots are allowed. */
const Nik = personal(z.string().trim().max(40))
const Kk = personal(z.string().trim().max(40))
const Reason = z.string().trim().min(3).max(200)
const Relation = z.string().trim().min(2).max(40)

export const RegisterPerson = z.strictObject({
  /** The place at which the actor works: the permission is asked there, and its people keep the record. */
  placeId: Id,
  fullName: FullName,
  birthYear: BirthYear.optional(),
  birthOn: BirthOn.optional(),
  sex: personal(PersonSex).optional(),
  phone: Phone.optional(),
  address: Address.optional(),
  nik: Nik.optional(),
  /** RT or kelurahan in which the person lives, where it is known. */
  residencePlaceId: Id.optional(),
})
export const PersonId = z.strictObject({ personId: Id })

/** As many as one call registers. */
export const PERSONS_MAX = 1000

const written = (max: number) => secret(z.string().trim().max(max))

/**
 * Secret and not personal: an entry is sealed under one person's key, and what it says of the others would outlive the
 * erasing of whom it is about. The rows that are made are in the entry by their hashes.
 */
export const RegisterPersons = z.strictObject({
  /** As for one person. */
  placeId: Id,
  persons: z
    .array(
      z.strictObject({
        fullName: secret(z.string().trim().min(2).max(80)),
        birthYear: secret(z.int().min(1900).max(2100)).optional(),
        phone: written(30).optional(),
        address: written(160).optional(),
      }),
    )
    .min(1)
    .max(PERSONS_MAX),
})

/** In the order of the input: the person who was registered, or what kept this one out. */
export const RegisteredPersons = z.strictObject({
  persons: z.array(
    z.strictObject({
      personId: Id.optional(),
      issues: z.array(
        z.strictObject({
          field: z.string(),
          code: z.string(),
          /** May name a neighbour, so a stored reply does without. */
          params: secret(z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
        }),
      ),
    }),
  ),
})

/** A field that is left out stays; null empties it. */
export const AmendPerson = z.strictObject({
  personId: Id,
  fullName: FullName.optional(),
  birthYear: BirthYear.nullable().optional(),
  birthOn: BirthOn.nullable().optional(),
  sex: personal(PersonSex).nullable().optional(),
  phone: Phone.nullable().optional(),
  address: Address.nullable().optional(),
  nik: Nik.nullable().optional(),
})
export const ErasePerson = z.strictObject({ personId: Id, reason: Reason })
export const MoveResidence = z.strictObject({ personId: Id, placeId: Id, movedOn: CivilDate })

export const FormHousehold = z.strictObject({
  headId: Id,
  kk: Kk.optional(),
  placeId: Id.optional(),
  formedOn: CivilDate,
})
export const HouseholdId = z.strictObject({ householdId: Id })
export const JoinHousehold = z.strictObject({ householdId: Id, personId: Id, relation: Relation, joinedOn: CivilDate })
export const LeaveHousehold = z.strictObject({ personId: Id, leftOn: CivilDate })

export const NameGuardian = z.strictObject({ wardId: Id, guardianId: Id, relation: Relation, validFrom: CivilDate })
export const GuardianshipId = z.strictObject({ guardianshipId: Id })
export const EndGuardian = z.strictObject({ guardianshipId: Id, endedOn: CivilDate })

export const LinkPerson = z.strictObject({ personId: Id, canonicalId: Id, reason: Reason })

export const GiveConsent = z.strictObject({
  personId: Id,
  purpose: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  textVersion: z.string().trim().min(1).max(40),
  /** The guardian who gives it for a child or another ward. */
  guardianId: Id.optional(),
})
export const ConsentId = z.strictObject({ consentId: Id })

export const SearchPersons = z.strictObject({
  /** Name or any of its words, a phone number, or a whole NIK. */
  text: personal(z.string().trim().min(2).max(80)),
  birthYear: BirthYear.optional(),
  ...pageInput,
})
const PersonFound = z.strictObject({
  personId: Id,
  fullName: personal(z.string()),
  birthYear: personal(z.int()).nullable(),
  /** Last three digits. */
  phone: personal(z.string()).nullable(),
  /** `••••••••••••••01` */
  nik: z.string().nullable(),
  kelurahan: z.string().nullable(),
})
export const PersonsFound = pageOf(PersonFound)

export const Person = z.strictObject({
  personId: Id,
  /** The record that stands for this one when two are one person; else its own id. */
  canonicalId: Id,
  fullName: personal(z.string()),
  birthOn: personal(CivilDate).nullable(),
  birthYear: personal(z.int()).nullable(),
  sex: personal(PersonSex).nullable(),
  phone: personal(z.string()).nullable(),
  address: personal(z.string()).nullable(),
  nik: z.string().nullable(),
  kk: z.string().nullable(),
  isErased: z.boolean(),
  residences: z.array(
    z.strictObject({
      placeId: Id,
      place: z.string(),
      kelurahan: z.string().nullable(),
      validFrom: CivilDate,
      validTo: CivilDate.nullable(),
    }),
  ),
  household: z.array(z.strictObject({ personId: Id, fullName: personal(z.string()), relation: z.string() })),
  guardians: z.array(
    z.strictObject({ guardianshipId: Id, personId: Id, fullName: personal(z.string()), relation: z.string() }),
  ),
})
export type Person = z.output<typeof Person>

export const Consents = z.array(
  z.strictObject({
    consentId: Id,
    purpose: z.string(),
    textVersion: z.string(),
    givenAt: Instant,
    givenVia: z.enum(['own', 'guardian', 'staff']),
    withdrawnAt: Instant.nullable(),
  }),
)
