import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { ClaimPage, GetPublicClaim } from '../contract.ts'
import type { PortfolioTables } from '../tables.ts'
import { findPinByToken } from './find-pin.ts'

export const getClaimPage = query<PortfolioTables>()({
  name: 'claim.page',
  about: 'The one-page PDF of a claim, as it was made.',
  input: GetPublicClaim,
  output: ClaimPage,
  allow: anyone(),
  async run({ db }, { token }) {
    const { number, claimId } = await findPinByToken(db, token)
    const { pdf } = await db
      .selectFrom('claimDocument')
      .select('pdf')
      .where('id', '=', claimId)
      .executeTakeFirstOrThrow()
    return { number, pdf: pdf.toString('base64') }
  },
})
