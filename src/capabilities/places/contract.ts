/** The isomorphic door of the places room. */
import { z } from 'zod'
import { CivilDate } from '../../kernel/clock/contract.ts'
import { Id } from '../../kernel/id/contract.ts'
import { pageInput, pageOf } from '../../kernel/schema/contract.ts'

export const permissions = {
  'place.manage': ['city_admin'],
} as const

const Name = z.string().trim().min(1).max(80)
const Source = z.string().trim().min(3).max(200)
const Code = z.string().trim().min(1).max(40)
const AreaM2 = z.int().min(1).max(100_000_000_000)

export const PlaceId = z.strictObject({ placeId: Id })

export const AddPlace = z.strictObject({
  kind: z.enum(['kelurahan', 'rw', 'rt']),
  /** `RW 05`, `RT 12`, or the kelurahan's name. */
  name: Name,
  parentId: Id,
  /** Kemendagri code, for a kelurahan. */
  code: Code.optional(),
  validFrom: CivilDate,
  areaM2: AreaM2.optional(),
  source: Source.optional(),
})
export const AmendPlace = z.strictObject({
  placeId: Id,
  name: Name.optional(),
  areaM2: AreaM2.nullable().optional(),
  source: Source,
})
/** The last day on which the place is in use. */
export const ClosePlace = z.strictObject({ placeId: Id, closedOn: CivilDate })
export const AddAlias = z.strictObject({ placeId: Id, alias: Name, source: Source })

const SeedUnit = z.strictObject({ code: Code, name: Name, areaM2: AreaM2.optional(), bpsCode: Code.optional() })
const SeedKelurahan = SeedUnit.extend({ aliases: z.array(Name).default([]) })
const SeedKecamatan = SeedUnit.extend({ kelurahan: z.array(SeedKelurahan).max(200) })

/** The places of a city as its own file gives them. Areas in whole square metres, codes after Kemendagri. */
export const SeedPlaces = z.strictObject({
  city: SeedUnit,
  kecamatan: z.array(SeedKecamatan).max(60),
  validFrom: CivilDate,
  sources: z.strictObject({ codes: Source, areas: Source, aliases: Source }),
  /** RW and RT made up for a demo; marked as such wherever they are shown. */
  syntheticNeighbourhoods: z
    .array(z.strictObject({ kelurahanCode: Code, rw: Name, rt: z.array(Name).max(100), validFrom: CivilDate }))
    .default([]),
})
export type SeedPlaces = z.input<typeof SeedPlaces>
export const Seeded = z.strictObject({ cityId: Id, added: z.int() })

export const ListPlaces = z.strictObject({
  /** Any spelling of a name or an alias, or a beginning of it. */
  text: z.string().trim().max(80).optional(),
  kind: z.string().max(40).optional(),
  /** Directly under this place. */
  parentId: Id.optional(),
  /** Anywhere under this place. */
  underId: Id.optional(),
  /** In use on this day; today unless given. */
  on: CivilDate.optional(),
  /** Those too that are closed or not yet there. */
  withClosed: z.boolean().default(false),
  ...pageInput,
})
const PlaceRow = z.strictObject({
  placeId: Id,
  kind: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  parentId: Id.nullable(),
  parent: z.string().nullable(),
  /** Tells two of one name apart. */
  kelurahan: z.string().nullable(),
  validFrom: CivilDate,
  validTo: CivilDate.nullable(),
  synthetic: z.boolean(),
})
export const PlacesPage = pageOf(PlaceRow)

export const PlaceShown = PlaceRow.extend({
  areaM2: z.int().nullable(),
  source: z.string().nullable(),
  aliases: z.array(z.strictObject({ alias: z.string(), source: z.string() })),
  codes: z.array(z.strictObject({ numbering: z.enum(['kemendagri', 'bps']), code: z.string() })),
  /** From the city down to the place itself. */
  way: z.array(z.strictObject({ placeId: Id, kind: z.string(), name: z.string() })),
})

export const FindPlace = z.strictObject({
  /** A code of either numbering, or any spelling of a name. */
  text: z.string().trim().min(1).max(80),
  kind: z.string().max(40).optional(),
  on: CivilDate.optional(),
})
export const PlacesFound = z.array(PlaceRow)
