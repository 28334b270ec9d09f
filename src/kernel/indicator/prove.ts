import { sql } from 'kysely'
import { rowHash, rowText } from '../audit/index.ts'
import { merkleRoot } from '../merkle/index.ts'
import { reader, rowsOf } from './ask.ts'
import type { Question } from './ask.ts'
import type { IndicatorDefinition } from './contract.ts'
import { contributionsOf } from './source.ts'

/** A root over more rows than this is not made while somebody waits. */
export const ROOT_MAX = 100_000

/** One contribution as a pin keeps it. `rowHash` is the one that stands in the audit entry that wrote the row. */
export interface Proved {
  readonly id: string
  readonly rowHash: string
  readonly amount: number
  readonly timeliness: string
}

/** The contributions of a question in order of id, at most `ROOT_MAX` of them; undefined when there are more. */
export async function prove(db: object, question: Question): Promise<Proved[] | undefined> {
  const { definition } = question
  const { source } = definition
  const { rows } = await sql<Row>`
    select r.* from ${contributionsOf(definition)} c
      join ${sql.table(source.table)} r on r.${sql.ref(source.columns.id)} = c.id
    where ${rowsOf(question)} order by c.id limit ${ROOT_MAX + 1}`.execute(reader(db))
  return rows.length > ROOT_MAX ? undefined : rows.map((row) => proved(definition, row))
}

/** Hexadecimal root of RFC 6962 over `id:rowHash`; the list must be in order of id. */
export function rootOf(contributions: readonly Pick<Proved, 'id' | 'rowHash'>[]): string {
  return merkleRoot(contributions.map(({ id, rowHash: hash }) => `${id}:${hash}`)).toString('hex')
}

/** The rows as they stand now, by id; one that is gone is missing here. */
export async function proveRows(
  db: object,
  definition: IndicatorDefinition,
  ids: readonly string[],
): Promise<Map<string, Proved>> {
  const { source } = definition
  const found = new Map<string, Proved>()
  for (let at = 0; at < ids.length; at += 20_000) {
    const { rows } = await sql<Row>`
      select r.* from ${sql.table(source.table)} r
      where r.${sql.ref(source.columns.id)} = any(${ids.slice(at, at + 20_000)}::uuid[])`.execute(reader(db))
    for (const row of rows) {
      const each = proved(definition, row)
      found.set(each.id, each)
    }
  }
  return found
}

type Row = Record<string, unknown>

function proved({ source }: IndicatorDefinition, row: Row): Proved {
  return {
    id: String(row[camel(source.columns.id)]),
    rowHash: rowHash(rowText(row, source.derivedColumns), undefined),
    amount: Number(row[camel(source.columns.amount)]),
    timeliness: String(row[camel(source.columns.timeliness)]),
  }
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
