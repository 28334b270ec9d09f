import { sql } from 'kysely'
import { refuse } from '../refusal/index.ts'
import { reader } from './ask.ts'
import type { AskContext } from './ask.ts'
import type { IndicatorPlaces } from './contract.ts'

/** More would be no list to choose from. */
const PLACES_MAX = 1_000

/** Places by which a figure can be asked: those that can report, and those above them but for the whole. */
export async function listIndicatorPlaces({ db, indicators }: AskContext, name: string): Promise<IndicatorPlaces> {
  const definition = indicators.get(name)
  if (!definition) throw refuse('indicator.unknown', { name }, { field: 'name', kind: 'not_found' })
  const { rows } = await sql<IndicatorPlaces['rows'][number]>`
    select distinct up.id, up.name, up.kind, up.path, length(up.path) - length(replace(up.path, '.', '')) - 1 as depth
    from (${sql.raw(definition.population.select)}) u join place pl on pl.id = u.place_id
      join place up on starts_with(pl.path, up.path)
    where up.parent_id is not null order by up.path limit ${PLACES_MAX}`.execute(reader(db))
  return { rows: inOrder(rows) }
}

/** Each place under the one above it, those of one place by name. */
function inOrder<R extends { path: string; name: string }>(rows: readonly R[]): R[] {
  const nameOf = new Map(rows.map((row) => [row.path, row.name]))
  const key = ({ path }: R) =>
    path
      .split('.')
      .slice(0, -1)
      .map((_, at, steps) => nameOf.get(`${steps.slice(0, at + 1).join('.')}.`) ?? '')
      .join('\n')
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
