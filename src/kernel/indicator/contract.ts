import { z } from 'zod'
import { CivilDate, Instant, Month } from '../clock/contract.ts'
import { Id } from '../id/contract.ts'
import type { Measure } from '../money/contract.ts'
import { pageInput, pageOf, personal } from '../schema/contract.ts'

/** The same words in both languages; missing one is a compile error. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** How soon after it happened a record was made: on the day, within 7 days, later, or taken over from elsewhere. */
export const timelinesses = ['same_day', 'within_week', 'later', 'imported'] as const
export const Timeliness = z.enum(timelinesses)
export type Timeliness = z.infer<typeof Timeliness>

/**
 * A figure: a named definition over records, with unit, place and two times.
 * All SQL in it is constant text of the program; the row of the source table has the alias `r`.
 */
export interface IndicatorDefinition {
  /** `noun.what`, e.g. `waste.weight`. */
  readonly name: string
  readonly title: Words
  /** What is counted and what is not, for a reader who doubts the figure. */
  readonly definition: Words
  readonly measure: Measure | 'count'
  readonly source: IndicatorSource
  readonly dimension: {
    readonly title: Words
    /** A select of `id`, `name_id`, `name_en`, all text. */
    readonly labels: string
  }
  /** A select of `place_id`, `opened_on`, `closed_on` (date or null): the places that could have reported. */
  readonly population: { readonly title: Words; readonly select: string }
  /** Kind of place up to which public rows are drawn together. */
  readonly publicPlaceKind: string
  readonly rungs: {
    readonly guest: RungColumns
    readonly officer: RungColumns
    readonly own: RungColumns
  }
}

export interface IndicatorSource {
  /** Append-only, its rows proved by `rows` and without a subject of their own: the row hash is then plain. */
  readonly table: string
  /** Which rows count; left out when all do. */
  readonly where?: string
  readonly columns: {
    readonly id: string
    readonly place: string
    readonly dimension: string
    readonly businessDay: string
    readonly recordedAt: string
    readonly timeliness: string
    readonly amount: string
  }
  /** Columns (camelCase) that the row hash leaves out, as in the table's class. */
  readonly derivedColumns?: readonly string[]
  /** `join …` from `r` to whoever a row is about, and the expressions for that person's id and name. */
  readonly person: { readonly join: string; readonly id: string; readonly name: string }
}

/** What a rung shows of a row beside day, place, dimension, amount and times. The SQL gives text. */
export interface RungColumns {
  /** More joins from `r`, after the join to the person. */
  readonly join?: string
  readonly columns: readonly RungColumn[]
}

export interface RungColumn {
  readonly key: string
  readonly title: Words
  readonly sql: string
  /** The address of the page to which the text leads: the document itself, below the figure. */
  readonly href?: string
  /** Where the SQL gives one of a few keys: what each is called. */
  readonly words?: Readonly<Record<string, Words>>
}

/** One record that counts towards a figure. */
export interface Contribution {
  readonly id: string
  readonly placeId: string
  readonly dimension: string
  readonly businessDay: string
  readonly recordedAt: string
  readonly timeliness: string
  /** Signed, in the indicator's measure; a reversal counts below zero. */
  readonly amount: number
}

// ── what is asked ──────────────────────────────────────────────────────────────────────────────────────────────────

const IndicatorName = z
  .string()
  .regex(/^[a-z_]+\.[a-z_]+$/)
  .meta({ examples: ['room.figure'] })

/** Whose figure, of which days, known by when. */
export const FigureFilter = z.strictObject({
  name: IndicatorName,
  /** Everything under this place; the whole city unless given. */
  placeId: Id.optional(),
  dimension: z.string().max(60).optional(),
  /** First business day that counts; all since the beginning unless given. */
  from: CivilDate.optional(),
  /** As of this business day; today unless given. */
  businessAsOf: CivilDate.optional(),
  /** As known at this instant; now unless given. */
  recordedAsOf: Instant.optional(),
})
export type FigureFilter = z.output<typeof FigureFilter>

const WordsOf = z.strictObject({ id: z.string(), en: z.string() })
const measuresOfFigures = ['gram', 'millilitre', 'piece', 'count'] as const

/** What stands above every answer: which figure, of whom, and as of which two times. */
export const figureHead = {
  name: IndicatorName,
  title: WordsOf,
  definition: WordsOf,
  measure: z.enum(measuresOfFigures),
  dimensionTitle: WordsOf,
  populationTitle: WordsOf,
  /** Null: the whole city. */
  place: z.strictObject({ id: Id, name: z.string() }).nullable(),
  dimension: z.string().nullable(),
  from: CivilDate.nullable(),
  businessAsOf: CivilDate,
  recordedAsOf: Instant,
}

/**
 * A number of contributions and their sum. `hidden`: `small` is 1 to 4, shown as "<5"; `beside` is hidden so that no
 * small one can be computed from it. Then n and amount are null.
 */
const shown = {
  n: z.int().nullable(),
  amount: z.int().nullable(),
  hidden: z.enum(['small', 'beside']).nullable(),
}
const LabelOf = { id: z.string(), nameId: z.string(), nameEn: z.string() }

export const Figure = z.strictObject({
  ...figureHead,
  ...shown,
  timeliness: z.array(z.strictObject({ timeliness: Timeliness, n: z.int().nullable() })),
  /** Units with at least one contribution, of those that existed. */
  reported: z.int(),
  population: z.int(),
  months: z.array(z.strictObject({ month: Month, ...shown })),
  dimensions: z.array(z.strictObject({ ...LabelOf, ...shown })),
  /** Only those with contributions. */
  cells: z.array(z.strictObject({ month: Month, dimension: z.string(), ...shown })),
})
export type Figure = z.output<typeof Figure>

const IndicatorRow = z.strictObject({
  name: IndicatorName,
  title: WordsOf,
  definition: WordsOf,
  measure: z.enum(measuresOfFigures),
})
export const ListIndicators = z.strictObject({ ...pageInput })
export const IndicatorPage = pageOf(IndicatorRow)

export const ListIndicatorPlaces = z.strictObject({ name: IndicatorName })
export const IndicatorPlaces = z.strictObject({
  rows: z.array(z.strictObject({ id: Id, name: z.string(), kind: z.string(), path: z.string(), depth: z.int() })),
})
export type IndicatorPlaces = z.output<typeof IndicatorPlaces>

// ── opening ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const OpenFigure = z.strictObject({ ...FigureFilter.shape, ...pageInput })
export type OpenFigure = z.output<typeof OpenFigure>

/**
 * The same on every rung: how many contributions, and the root of the Merkle tree (RFC 6962) over `id:rowHash` in order
 * of id, in hexadecimal. `root` is null above 100,000 contributions: narrow the place or the days.
 */
const opened = { ...figureHead, root: z.string().nullable() }

/** Rows without a person: a day, a place, a dimension. */
const PublicRow = z.strictObject({
  businessDay: CivilDate,
  place: z.string(),
  dimension: z.string(),
  dimensionId: z.string(),
  dimensionEn: z.string(),
  ...shown,
})
export const OpenedPublic = z.strictObject({ ...opened, ...shown, ...pageOf(PublicRow).shape })
export type OpenedPublic = z.output<typeof OpenedPublic>

const ContributionRow = z.strictObject({
  id: Id,
  businessDay: CivilDate,
  recordedAt: z.string(),
  timeliness: Timeliness,
  place: z.string(),
  dimensionId: z.string(),
  dimensionEn: z.string(),
  amount: z.int(),
  rowHash: z.string(),
  /** In the order of `columns`. */
  details: personal(z.array(z.string())),
  /** In the order of `columns`: the page of what the text names. */
  hrefs: z.array(z.string().nullable()),
})
const columns = z.array(
  z.strictObject({ key: z.string(), title: WordsOf, words: z.record(z.string(), WordsOf).optional() }),
)
export const OpenedRows = z.strictObject({
  ...opened,
  n: z.int(),
  amount: z.int(),
  columns,
  ...pageOf(ContributionRow).shape,
})
export type OpenedRows = z.output<typeof OpenedRows>
