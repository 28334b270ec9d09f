import { can } from '../../../kernel/access/index.ts'
import { checkPinned } from '../../../kernel/indicator/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { PinVerified, VerifyPin } from '../contract.ts'
import type { PortfolioTables } from '../tables.ts'
import { findPin, placeOfPin } from './find-pin.ts'

export const verifyPin = query<PortfolioTables>()({
  name: 'pin.verify',
  about: 'Hashes every record of a pin again and names those that were changed or are gone.',
  input: VerifyPin,
  output: PinVerified,
  allow: can<{ pinId: string }>('claim.read', (db, { pinId }) => placeOfPin(db, pinId)),
  async run({ db, indicators }, { pinId }) {
    const pin = await findPin(db, pinId)
    const stored = await db
      .selectFrom('pinContribution')
      .select(['contributionId as id', 'rowHash'])
      .where('pinId', '=', pinId)
      .orderBy('contributionId')
      .execute()
    const { root, changed, missing } = await checkPinned({ db, indicators }, pin.indicator, stored)
    return { pinId, n: pin.n, root: pin.root, rootHolds: root === pin.root, changed, missing }
  },
})
