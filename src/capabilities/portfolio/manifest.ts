import type { TableClass } from '../../kernel/database/index.ts'
import type { Manifest } from '../../kernel/registry/index.ts'
import { permissions } from './contract.ts'
import { claimPageDownload } from './exports/claim-page.ts'
import { claimsAndPins } from './migrations/0001-claims-and-pins.ts'
import { drawPin } from './operations/draw-pin.ts'
import { makeClaim } from './operations/make-claim.ts'
import { withdrawClaim } from './operations/withdraw-claim.ts'
import { checkPaper } from './queries/check-paper.ts'
import { checkPins } from './queries/check-pins.ts'
import { getClaimPage } from './queries/get-claim-page.ts'
import { getDraw } from './queries/get-draw.ts'
import { getPublicClaim } from './queries/get-public-claim.ts'
import { listClaims } from './queries/list-claims.ts'
import { listContributions } from './queries/list-contributions.ts'
import { openGuest } from './queries/open-guest.ts'
import { verifyPin } from './queries/verify-pin.ts'
import { constraints } from './refusals.ts'
import { texts } from './texts/index.ts'

const kept: TableClass = { holds: 'public', retention: 'as long as the city', proof: 'rows' }

export const portfolioManifest: Manifest = {
  name: 'portfolio',
  uses: [],
  migrations: [claimsAndPins],
  tables: {
    programme: kept,
    claim: kept,
    claim_document: { ...kept, appendOnly: true },
    claim_series: { ...kept, id: ['year'] },
    pin: { ...kept, appendOnly: true },
    pin_contribution: { ...kept, holds: 'proof', appendOnly: true, id: ['pinId', 'contributionId'] },
    draw: { ...kept, appendOnly: true },
  },
  permissions,
  operations: [makeClaim, withdrawClaim, drawPin],
  queries: [getPublicClaim, checkPaper, getClaimPage, listClaims, verifyPin, listContributions, getDraw, openGuest],
  downloads: [claimPageDownload],
  texts,
  constraints,
  derived: checkPins,
}
