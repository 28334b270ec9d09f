import type { z } from 'zod'
import type { Allow, AllowSays } from '../access/index.ts'
import { openGate } from '../access/index.ts'
import type { Callable, OperationContext } from './context.ts'
import { internalsOf } from './context.ts'

export interface OperationSpec<T, I extends z.ZodType, O extends z.ZodType> {
  /** `noun.verb`; unique in the program, and its address at every door. */
  readonly name: string
  /** One English sentence for the API's documentation. */
  readonly about: string
  readonly input: I
  readonly output: O
  readonly allow: Allow<z.output<I>, unknown>
  /** Wants the actor to have proved who it is within the last five minutes. */
  readonly grave?: boolean
  run(context: OperationContext<T>, input: z.output<I>): Promise<z.input<O>>
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Callable<
  z.input<I>,
  z.output<O>
> {
  readonly name: string
  readonly about: string
  readonly input: I
  readonly output: O
  readonly says: AllowSays
  readonly grave: boolean
  readonly allow: Allow<z.output<I>, unknown>
  readonly body: (context: OperationContext<never>, input: z.output<I>) => Promise<z.input<O>>
}

/** Any operation, when its types do not matter: as the registry and the doors hold it. */
// oxlint-disable-next-line typescript/no-explicit-any -- zod types are invariant in their output; this is the one place where they are widened.
export type AnyOperation = Operation<any, any>

/**
 * Declares an operation over the room's own tables `T`:
 * `operation<CreditTables>()({ name, about, input, output, allow, run })`.
 */
export function operation<T>() {
  return <I extends z.ZodType, O extends z.ZodType>(spec: OperationSpec<T, I, O>): Operation<I, O> => ({
    name: spec.name,
    about: spec.about,
    input: spec.input,
    output: spec.output,
    says: spec.allow.says,
    grave: spec.grave ?? false,
    allow: spec.allow,
    body: spec.run as unknown as Operation<I, O>['body'],
    runInside: async (context, input) => {
      const { client, db, rolesWith } = internalsOf(context)
      const { actor, now, today } = context
      const parsed = spec.input.parse(input)
      await spec.allow.decide(openGate({ client, db, actor, now, today, rolesWith }), parsed)
      return spec.output.parse(await spec.run(context as unknown as OperationContext<T>, parsed))
    },
  })
}
