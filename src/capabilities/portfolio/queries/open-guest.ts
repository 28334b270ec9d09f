import { sql } from 'kysely'
import { can } from '../../../kernel/access/index.ts'
import { questionHead, readRows } from '../../../kernel/indicator/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { OpenedGuest, OpenGuest } from '../contract.ts'
import type { PortfolioTables } from '../tables.ts'
import { definitionOf, filterOf, findPin, placeOfPin } from './find-pin.ts'

export const openGuest = query<PortfolioTables>()({
  name: 'indicator.open_guest',
  about: 'The records of a pin, or of one draw of it, for whoever reviews it: with masked names.',
  input: OpenGuest,
  output: OpenedGuest,
  allow: can<{ pinId: string }>('review.guest', (db, { pinId }) => placeOfPin(db, pinId)),
  async run(context, { pinId, drawId, page, size }) {
    const { db, indicators } = context
    const pin = await findPin(db, pinId)
    const definition = definitionOf(indicators, pin.indicator)
    const { head } = await questionHead(context, filterOf(pin))
    const only = drawId === undefined ? sql`true` : sql`c.id = any(${await drawnIds(db, pinId, drawId)}::uuid[])`
    const where = sql<boolean>`c.id in (select contribution_id from pin_contribution where pin_id = ${pinId}) and ${only}`
    const { place: _place, dimension: _dimension, from: _from, ...said } = head
    const { n, amount, root } = pin
    return { ...said, n, amount, root, ...(await readRows(db, definition, { rung: 'guest', where, page, size })) }
  },
})

async function drawnIds(db: Parameters<typeof findPin>[0], pinId: string, drawId: string): Promise<readonly string[]> {
  const draw = await db
    .selectFrom('draw')
    .select('drawnIds')
    .where('id', '=', drawId)
    .where('pinId', '=', pinId)
    .executeTakeFirst()
  if (!draw) throw refuse('draw.unknown', {}, { field: 'drawId', kind: 'not_found' })
  return draw.drawnIds
}
