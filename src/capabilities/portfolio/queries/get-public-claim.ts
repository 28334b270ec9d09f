import { anyone } from '../../../kernel/access/index.ts'
import { timelinesses } from '../../../kernel/indicator/contract.ts'
import { countSince, questionHead } from '../../../kernel/indicator/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { GetPublicClaim, PublicClaim } from '../contract.ts'
import { claimSentence } from '../rules/claim-sentence.ts'
import { explainDifference } from '../rules/explain-difference.ts'
import type { PortfolioTables } from '../tables.ts'
import { filterOf, findPinByToken } from './find-pin.ts'

export const getPublicClaim = query<PortfolioTables>()({
  name: 'claim.public',
  about: 'A claim as everybody may see it: sentence, pinned figure, today’s value beside it, and its proof.',
  input: GetPublicClaim,
  output: PublicClaim,
  allow: anyone(),
  async run(context, { token }) {
    const { db } = context
    const pin = await findPinByToken(db, token)
    const filter = filterOf(pin)
    const { head, label } = await questionHead(context, filter)
    const draws = await db
      .selectFrom('draw')
      .select(['id as drawId', 'k', 'madeAt'])
      .where('pinId', '=', pin.id)
      .orderBy('madeAt')
      .execute()
    const { number, documentHash, root, n, amount, reported, population } = pin
    return {
      ...head,
      number,
      token,
      documentHash,
      root,
      n,
      amount,
      reported,
      population,
      sentenceId: claimSentence(pin.textId, amount, head.measure, 'id'),
      sentenceEn: claimSentence(pin.textEn, amount, head.measure, 'en'),
      madeAt: pin.claimMadeAt,
      withdrawn: pin.withdrawnAt === null ? null : { at: pin.withdrawnAt, reason: pin.withdrawnReason ?? '' },
      claimId: pin.claimId,
      pinId: pin.id,
      dimensionName: label && { id: label.nameId, en: label.nameEn },
      timeliness: timelinesses.map((timeliness) => ({ timeliness, n: pin.timeliness[timeliness] })),
      today: explainDifference(amount, await countSince(context, filter)),
      draws,
    }
  },
})
