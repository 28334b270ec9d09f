import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { publish } from '../../../kernel/live/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { WithdrawClaim } from '../contract.ts'
import { placeOfClaim } from '../queries/find-pin.ts'
import type { PortfolioTables } from '../tables.ts'

/** A claim is never deleted: whoever holds its paper must learn that it no longer stands, and why. */
export const withdrawClaim = operation<PortfolioTables>()({
  name: 'claim.withdraw',
  about: 'Takes a claim back with a reason; its page stays and says so.',
  input: WithdrawClaim,
  output: z.strictObject({ number: z.string() }),
  allow: can<{ claimId: string }>('claim.make', (db, { claimId }) => placeOfClaim(db, claimId)),
  async run(context, { claimId, reason }) {
    const { write, now, userId } = context
    const change = { withdrawnAt: now, withdrawnBy: userId(), withdrawnReason: reason }
    const [claim] = await write.update('claim', change, { id: claimId, withdrawnAt: null })
    if (!claim) throw refuse('claim.withdrawn_already', {}, { kind: 'conflict' })
    await publish(context, 'public-data', claimId)
    return { number: claim.number }
  },
})
