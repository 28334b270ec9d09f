import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { Draw, GetDraw } from '../contract.ts'
import { claimSentence } from '../rules/claim-sentence.ts'
import { drawHash } from '../rules/draw-sample.ts'
import type { PortfolioTables } from '../tables.ts'
import { definitionOf, findPin } from './find-pin.ts'

export const getDraw = query<PortfolioTables>()({
  name: 'draw.get',
  about: 'A draw with its seed and what was drawn; anybody can draw again. The records themselves stay closed here.',
  input: GetDraw,
  output: Draw,
  allow: anyone(),
  async run({ db, indicators }, { drawId }) {
    const draw = await db.selectFrom('draw').selectAll().where('id', '=', drawId).executeTakeFirst()
    if (!draw) throw refuse('draw.unknown', {}, { field: 'drawId', kind: 'not_found' })
    const pin = await findPin(db, draw.pinId)
    const hashes = await db
      .selectFrom('pinContribution')
      .select(['contributionId', 'rowHash'])
      .where('pinId', '=', pin.id)
      .where('contributionId', 'in', draw.drawnIds)
      .execute()
    const hashOf = new Map(hashes.map((row) => [row.contributionId, row.rowHash]))
    const { measure } = definitionOf(indicators, pin.indicator)
    const { k, seed, seedGiven, algorithm, madeAt } = draw
    return {
      drawId,
      pinId: pin.id,
      number: pin.number,
      token: pin.token,
      sentenceId: claimSentence(pin.textId, pin.amount, measure, 'id'),
      sentenceEn: claimSentence(pin.textEn, pin.amount, measure, 'en'),
      k,
      seed,
      seedGiven,
      algorithm,
      madeAt,
      n: pin.n,
      root: pin.root,
      drawn: draw.drawnIds.map((id) => ({ id, hash: drawHash(seed, id), rowHash: hashOf.get(id) ?? '' })),
    }
  },
})
