import { CamelCasePlugin, sql } from 'kysely'
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
    where ${rowsOf(question)} order by c.id limit ${ROOT_MAX + 1}`.execute(reader(db).withoutPlugins())
  return rows.length > ROOT_MAX ? undefined : provedRows(definition, rows)
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
  const read = (at: number) =>
    sql<Row>`select r.* from ${sql.table(source.table)} r
      where r.${sql.ref(source.columns.id)} = any(${ids.slice(at, at + CHUNK)}::uuid[])`.execute(
      reader(db).withoutPlugins(),
    )
  // The database fetches the next rows while these are hashed.
  let next = read(0)
  for (let at = 0; at < ids.length; at += CHUNK) {
    const { rows } = await next
    if (at + CHUNK < ids.length) next = read(at + CHUNK)
    for (const each of provedRows(definition, rows)) found.set(each.id, each)
  }
  await next
  return found
}

const CHUNK = 10_000

type Row = Record<string, unknown>

/** Names as a writer has them, worked out once for all rows: of a hundred thousand rows each name counts. */
function provedRows({ source }: IndicatorDefinition, rows: readonly Row[]): Proved[] {
  const { id, amount, timeliness } = source.columns
  const columns = Object.keys(rows[0] ?? {}).map((column) => [names.of(column), column] as const)
  return rows.map((row) => {
    const named: Row = {}
    for (const [name, column] of columns) named[name] = row[column]
    return {
      id: String(row[id]),
      rowHash: rowHash(rowText(named, source.derivedColumns), undefined),
      amount: Number(row[amount]),
      timeliness: String(row[timeliness]),
    }
  })
}

class Names extends CamelCasePlugin {
  of(column: string): string {
    return this.camelCase(column)
  }
}
const names = new Names()
