import { z } from 'zod'
import { CivilDate, Instant } from '../clock/contract.ts'
import { Id } from '../id/contract.ts'
import type { Measure } from '../money/contract.ts'

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
  readonly columns: readonly { readonly key: string; readonly title: Words; readonly sql: string }[]
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

export const IndicatorName = z.string().regex(/^[a-z_]+\.[a-z_]+$/)

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
