import { sql } from 'kysely'
import type { OperationContext } from '../operation/index.ts'
import { internalsOf } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import { inQuestion, readQuestion, reader } from './ask.ts'
import type { AskContext } from './ask.ts'
import type { FigureFilter, Timeliness } from './contract.ts'
import { countReports } from './count.ts'
import { headOf, labelOf, readLabels } from './figure.ts'
import { prove, proveRows, ROOT_MAX, rootOf } from './prove.ts'
import type { Proved } from './prove.ts'
import { contributionsOf } from './source.ts'

type PinContext = Pick<OperationContext<never>, 'now' | 'today'> & { readonly tx: object }

/** The context of a running operation as one that can ask. */
function asking(context: PinContext): AskContext {
  const { indicators } = internalsOf(context).host
  return { db: context.tx, now: context.now, today: context.today, indicators }
}

/**
 * The figure as it stands, with every contribution: what a pin keeps.
 * @throws Refusal as `readQuestion`, or `indicator.too_many_to_pin` above 100,000 contributions.
 */
export async function pinFigure(context: PinContext, filter: FigureFilter) {
  const asks = asking(context)
  const question = await readQuestion(asks, filter)
  const contributions = await prove(asks.db, question)
  if (!contributions) throw refuse('indicator.too_many_to_pin', { max: ROOT_MAX }, { kind: 'limit' })
  const labels = question.dimension === null ? undefined : await readLabels(asks.db, question.definition)
  return {
    head: headOf(question),
    label: question.dimension !== null && labels ? labelOf(labels, question.dimension) : null,
    n: contributions.length,
    amount: contributions.reduce((sum, { amount }) => sum + amount, 0),
    root: rootOf(contributions),
    timeliness: byTimeliness(contributions),
    ...(await countReports(asks.db, question)),
    contributions,
  }
}

function byTimeliness(contributions: readonly Proved[]): Record<Timeliness, number> {
  const of = (timeliness: Timeliness) => contributions.filter((each) => each.timeliness === timeliness).length
  return { same_day: of('same_day'), within_week: of('within_week'), later: of('later'), imported: of('imported') }
}

/** How the pinned rows stand now: which are not as they were, which are gone; `root` is over what is stored. */
export async function checkPinned(
  { db, indicators }: Pick<AskContext, 'db' | 'indicators'>,
  name: string,
  pinned: readonly Pick<Proved, 'id' | 'rowHash'>[],
): Promise<{ changed: string[]; missing: string[]; root: string }> {
  const definition = indicators.get(name)
  if (!definition) throw refuse('indicator.unknown', { name }, { kind: 'not_found' })
  const live = await proveRows(
    db,
    definition,
    pinned.map(({ id }) => id),
  )
  return {
    changed: pinned.filter(({ id, rowHash }) => live.has(id) && live.get(id)?.rowHash !== rowHash).map(({ id }) => id),
    missing: pinned.filter(({ id }) => !live.has(id)).map(({ id }) => id),
    root: rootOf(pinned),
  }
}

export interface Since {
  /** Entries made after the pin about the same days, and what was taken back. */
  readonly late: { readonly n: number; readonly amount: number }
  readonly reversed: { readonly n: number; readonly amount: number }
}

/** What has been recorded since about the days of a question that was pinned; `filter.recordedAsOf` is of the pin. */
export async function countSince(context: AskContext, filter: FigureFilter): Promise<Since> {
  const question = await readQuestion(context, filter)
  const { from, businessAsOf, recordedAsOf, definition } = question
  const { rows } = await sql<{ sign: number; n: number; amount: number }>`
    select sign(c.amount)::int as sign, count(*) as n, sum(c.amount)::bigint as amount
    from ${contributionsOf(definition)} c
    where c.recorded_at > ${recordedAsOf}::timestamptz and c.recorded_at <= ${context.now}::timestamptz
      and c.business_day between ${from ?? '0001-01-01'}::date and ${businessAsOf}::date and ${inQuestion(question, 'c')}
    group by 1`.execute(reader(context.db))
  const of = (sign: number) => rows.find((row) => row.sign === sign) ?? { n: 0, amount: 0 }
  const [late, reversed] = [of(1), of(-1)]
  return {
    late: { n: late.n, amount: late.amount },
    reversed: { n: reversed.n, amount: reversed.amount },
  }
}

/** What is said above the answer to a question, with the name of its dimension. */
export async function questionHead(context: AskContext, filter: FigureFilter) {
  const question = await readQuestion(context, filter)
  const labels = question.dimension === null ? undefined : await readLabels(context.db, question.definition)
  const label = question.dimension !== null && labels ? labelOf(labels, question.dimension) : null
  return { head: headOf(question), label }
}
