import { can } from '../../../kernel/access/index.ts'
import { publish } from '../../../kernel/live/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { DrawPin, Drawn } from '../contract.ts'
import { findPin, placeOfPin } from '../queries/find-pin.ts'
import { DRAW_ALGORITHM, drawSample } from '../rules/draw-sample.ts'
import type { PortfolioTables } from '../tables.ts'

/** Every draw is kept and shown: whoever draws until the sample pleases leaves all the others to be seen. */
export const drawPin = operation<PortfolioTables>()({
  name: 'pin.draw',
  about: 'Draws k random records of a pin by a seed that everybody can see.',
  input: DrawPin,
  output: Drawn,
  allow: can<{ pinId: string }>('claim.draw', (db, { pinId }) => placeOfPin(db, pinId)),
  async run(context, { pinId, k, seed: given }) {
    const { tx, write, now, newId, newToken, userId } = context
    const pin = await findPin(tx, pinId)
    if (pin.withdrawnAt !== null) throw refuse('draw.claim_withdrawn', { number: pin.number })
    if (k > pin.n) throw refuse('draw.more_than_there_are', { n: pin.n }, { field: 'k' })
    const rows = await tx.selectFrom('pinContribution').select('contributionId').where('pinId', '=', pinId).execute()
    const seed = given ?? newToken()
    const drawnIds = drawSample(
      rows.map((row) => row.contributionId),
      k,
      seed,
    )
    const draw = await write.insert('draw', {
      id: newId(),
      pinId,
      k,
      seed,
      seedGiven: given !== undefined,
      algorithm: DRAW_ALGORITHM,
      drawnIds,
      madeBy: userId(),
      madeAt: now,
    })
    await publish(context, 'public-data', pin.claimId)
    return { drawId: draw.id, seed, drawnIds }
  },
})
