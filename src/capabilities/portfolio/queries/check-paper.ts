import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { CheckPaper, PaperChecked } from '../contract.ts'
import type { PortfolioTables } from '../tables.ts'
import { findPinByToken } from './find-pin.ts'

export const checkPaper = query<PortfolioTables>()({
  name: 'claim.check_paper',
  about: 'Whether a file with this SHA-256 is the page of the claim, byte for byte.',
  input: CheckPaper,
  output: PaperChecked,
  allow: anyone(),
  async run({ db }, { token, sha256 }) {
    const { number, documentHash, withdrawnAt } = await findPinByToken(db, token)
    return { number, isRecord: documentHash === sha256, isWithdrawn: withdrawnAt !== null }
  },
})
