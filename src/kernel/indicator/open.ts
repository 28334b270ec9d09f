import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { refuse } from '../refusal/index.ts'
import { readQuestion, reader, rowsOf } from './ask.ts'
import type { AskContext, Question } from './ask.ts'
import type { IndicatorDefinition, OpenedRows, OpenFigure, RungColumns, Words } from './contract.ts'
import { countCells } from './count.ts'
import { headOf, labelOf, readLabels, sumOf } from './figure.ts'
import { maskName } from './mask-name.ts'
import { prove, proveRows, ROOT_MAX, rootOf } from './prove.ts'
import { contributionsOf } from './source.ts'

/** A figure of more contributions is opened by month or by place. */
const OPEN_MAX = 250_000

/** What every rung says alike: the question, how many, how much, and the root over all of them. */
export async function openQuestion(context: AskContext, filter: OpenFigure) {
  const { page: _page, size: _size, ...asked } = filter
  const question = await readQuestion(context, asked)
  const cells = await countCells(context.db, question)
  const { n, amount } = sumOf(cells)
  if (n > OPEN_MAX) throw refuse('indicator.too_many_to_open', { n, max: OPEN_MAX }, { kind: 'limit' })
  return { question, cells, said: { ...headOf(question), n, amount, root: await findRoot(context.db, question, n) } }
}

async function findRoot(db: object, question: Question, n: number): Promise<string | null> {
  if (n > ROOT_MAX) return null
  const contributions = await prove(db, question)
  return contributions ? rootOf(contributions) : null
}

/** One rung of single records: those of the question that `only` lets through. */
export async function openRows(
  context: AskContext,
  filter: OpenFigure,
  rung: 'officer' | 'own',
  only: (definition: IndicatorDefinition) => RawBuilder<boolean>,
): Promise<OpenedRows> {
  const { question, said } = await openQuestion(context, filter)
  const { definition } = question
  const where = sql<boolean>`${rowsOf(question)} and ${only(definition)}`
  return { ...said, ...(await readRows(context.db, definition, { rung, where, ...pageOfFilter(filter) })) }
}

/** The rows of one page, for whatever rung; `where` may speak of the contribution `c`, the row `r` and the person. */
export async function readRows(
  db: object,
  definition: IndicatorDefinition,
  asked: { rung: 'guest' | 'officer' | 'own'; where: RawBuilder<boolean>; page: number; size: number },
) {
  const { source, rungs } = definition
  const rung: RungColumns = rungs[asked.rung]
  const from = sql`${contributionsOf(definition)} c
    join ${sql.table(source.table)} r on r.${sql.ref(source.columns.id)} = c.id
    ${sql.raw(source.person.join)} ${sql.raw(rung.join ?? '')} join place pl on pl.id = c.place_id`
  const details = [source.person.name, ...rung.columns.map((column) => column.sql)].map(
    (column) => sql`coalesce((${sql.raw(column)})::text, '')`,
  )
  const hrefs = [null, ...rung.columns.map(({ href }) => href ?? null)].map(
    (href) => sql`(${sql.raw(href ?? 'null')})::text`,
  )
  const [{ rows }, counted, labels] = await Promise.all([
    sql<Found>`
      select c.id, c.business_day, c.recorded_at, c.timeliness, c.amount, c.dimension, pl.name as place,
        array[${sql.join(details)}] as details, array[${sql.join(hrefs)}] as hrefs
      from ${from} where ${asked.where}
      order by c.business_day desc, c.id desc limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(
      reader(db),
    ),
    sql<{ total: number }>`select count(*) as total from ${from} where ${asked.where}`.execute(reader(db)),
    readLabels(db, definition),
  ])
  const ids = rows.map(({ id }) => id)
  const hashes = await proveRows(db, definition, ids)
  return {
    columns: [
      { key: 'name', title: nameTitle },
      ...rung.columns.map(({ key, title, words }) => ({ key, title, ...(words && { words }) })),
    ],
    rows: rows.map(({ details: [name = '', ...others], dimension, ...row }) => {
      const label = labelOf(labels, dimension)
      return {
        ...row,
        dimensionId: label.nameId,
        dimensionEn: label.nameEn,
        rowHash: hashes.get(row.id)?.rowHash ?? '',
        details: [asked.rung === 'own' ? name : maskName(name), ...others],
      }
    }),
    total: counted.rows[0]?.total ?? 0,
    page: asked.page,
    size: asked.size,
  }
}

const nameTitle: Words = { id: 'Nama', en: 'Name' }

interface Found {
  id: string
  businessDay: string
  recordedAt: string
  timeliness: 'same_day' | 'within_week' | 'later' | 'imported'
  amount: number
  dimension: string
  place: string
  details: string[]
  hrefs: (string | null)[]
}

export const pageOfFilter = ({ page, size }: OpenFigure) => ({ page, size })
