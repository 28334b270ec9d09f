import type { z } from 'zod'
import type { Actor, Allow, AllowSays } from '../access/index.ts'
import type { CivilDate, Instant } from '../clock/index.ts'
import type { IndicatorDefinition } from '../indicator/contract.ts'
import type { KeyRing } from '../keys/index.ts'
import type { City, ReadOnly } from '../operation/index.ts'

/** All that a query's body has. `scope` is minted by `allow` and cannot be made by hand. */
export interface QueryContext<T, S> {
  readonly db: ReadOnly<T>
  readonly scope: S
  readonly actor: Actor
  readonly now: Instant
  readonly today: CivilDate
  readonly city: City
  readonly ring: KeyRing
  /** Every figure that the parts and rooms define, by name. */
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>
  /** Every permission and the roles that hold it. */
  readonly permissions: ReadonlyMap<string, readonly string[]>
}

export interface QuerySpec<T, S, I extends z.ZodType, O extends z.ZodType> {
  /** `noun.question`; unique in the program, and its address at every door. */
  readonly name: string
  readonly about: string
  readonly input: I
  readonly output: O
  readonly allow: Allow<z.output<I>, S>
  run(context: QueryContext<T, S>, input: z.output<I>): Promise<z.input<O>>
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly about: string
  readonly input: I
  readonly output: O
  readonly says: AllowSays
  readonly allow: Allow<z.output<I>, unknown>
  readonly body: (context: QueryContext<never, never>, input: z.output<I>) => Promise<z.input<O>>
}

/** Any query, when its types do not matter: as the registry and the doors hold it. */
// oxlint-disable-next-line typescript/no-explicit-any -- zod types are invariant in their output; this is the one place where they are widened.
export type AnyQuery = Query<any, any>

/** Declares a query over the room's own and the published tables `T`; it never writes. */
export function query<T>() {
  return <S, I extends z.ZodType, O extends z.ZodType>(spec: QuerySpec<T, S, I, O>): Query<I, O> => ({
    name: spec.name,
    about: spec.about,
    input: spec.input,
    output: spec.output,
    says: spec.allow.says,
    allow: spec.allow,
    body: spec.run as unknown as Query<I, O>['body'],
  })
}
