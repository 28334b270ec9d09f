import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { ContributionPage, ListContributions } from '../contract.ts'
import type { PortfolioTables } from '../tables.ts'
import { findPin } from './find-pin.ts'

export const listContributions = query<PortfolioTables>()({
  name: 'pin.contributions',
  about: 'Ids and hashes of what a pin counted: enough to compute its root and its draws, and nothing about anyone.',
  input: ListContributions,
  output: ContributionPage,
  allow: anyone(),
  async run({ db }, { pinId, page, size }) {
    const { n } = await findPin(db, pinId)
    const rows = await db
      .selectFrom('pinContribution')
      .select(['contributionId as id', 'rowHash'])
      .where('pinId', '=', pinId)
      .orderBy('contributionId')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows, total: n, page, size }
  },
})
