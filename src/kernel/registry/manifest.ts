import type { Kysely } from 'kysely'
import type { ConstraintRefusals, Migration, TableClass } from '../database/index.ts'
import type { Texts } from '../i18n/index.ts'
import type { AnyOperation } from '../operation/index.ts'
import type { AnyDownload } from '../download/contract.ts'
import type { AnyQuery } from '../query/index.ts'
import type { IndicatorDefinition } from '../indicator/contract.ts'
import type { JobDefinition } from '../jobs/contract.ts'
import type { TopicDefinition } from '../live/contract.ts'
import type { Eraser, HandOver } from './erase.ts'
import type { Registry } from './registry.ts'

/** One finding of `daha verify`: which row of which table does not stand as it was written. */
export interface Finding {
  readonly table: string
  readonly id: string
  readonly what: 'changed' | 'missing' | 'inserted' | 'not_derived'
  readonly detail?: string
}

/**
 * What a part of the kernel or a room is made of. The host reads manifests and has no word about any room;
 * whatever is not named here does not exist.
 */
export interface Manifest {
  readonly name: string
  /** Rooms whose `index.ts` or `contract.ts` this one may import. */
  readonly uses: readonly string[]
  readonly migrations?: readonly Migration[]
  readonly tables?: Readonly<Record<string, TableClass>>
  /** Which roles hold a permission; an empty list says that nobody does, on purpose. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>
  readonly operations?: readonly AnyOperation[]
  readonly queries?: readonly AnyQuery[]
  readonly downloads?: readonly AnyDownload[]
  readonly jobs?: readonly JobDefinition[]
  readonly topics?: readonly TopicDefinition[]
  readonly indicators?: readonly IndicatorDefinition[]
  readonly texts?: Texts
  readonly constraints?: ConstraintRefusals
  /** Recomputes what is kept from what it was made of; called by `daha verify`. */
  readonly derived?: (db: Kysely<never>, registry: Pick<Registry, 'indicators'>) => Promise<Finding[]>
  /** Overwrites what this part holds about a person; amounts stay. */
  readonly erase?: Eraser
  /** Open work that somebody else must take when a user leaves. */
  readonly handOver?: HandOver
}
