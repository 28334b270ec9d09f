import { download } from '../../../kernel/download/contract.ts'
import { getClaimPage } from '../queries/get-claim-page.ts'

export const claimPageDownload = download({
  name: 'claim.page',
  about: 'The page of a claim: always the bytes that were made with it.',
  query: getClaimPage,
  formats: {
    pdf: { mediaType: 'application/pdf', render: async ({ pdf }) => Buffer.from(pdf, 'base64') },
  },
  fileName: ({ number }) => number,
})
