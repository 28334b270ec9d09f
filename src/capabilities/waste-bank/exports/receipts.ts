import { download } from '../../../kernel/download/contract.ts'
import type { DownloadSetting } from '../../../kernel/download/contract.ts'
import { translator } from '../../../kernel/i18n/contract.ts'
import { tableBytes, tableMediaTypes } from '../../../kernel/tabular/index.ts'
import type { TableOut } from '../../../kernel/tabular/index.ts'
import type { z } from 'zod'
import { listReceipts } from '../queries/receipts.ts'
import { paperTexts } from '../texts/paper.ts'

type Page = z.output<(typeof listReceipts)['output']>

const formats = ['csv', 'xlsx', 'json'] as const

/** The list of a unit's documents as it stands on the screen, page for page. */
export const receiptsDownload = download({
  name: 'receipt.list',
  about: 'A unit’s documents as a table.',
  query: listReceipts,
  formats: Object.fromEntries(
    formats.map((format) => [
      format,
      {
        mediaType: tableMediaTypes[format],
        render: (page: Page, setting: DownloadSetting) => tableBytes(tableOf(page, setting), format, {}),
      },
    ]),
  ),
  fileName: () => 'bukti',
})

function tableOf(page: Page, { locale, city }: DownloadSetting): TableOut<Page['rows'][number]> {
  const t = translator(paperTexts, locale)
  return {
    locale,
    notes: city.demo ? [t('paper.sample')] : [],
    rows: page.rows,
    columns: [
      { key: 'number', header: t('paper.number'), kind: 'identifier', value: (row) => row.number },
      { key: 'kind', header: t('paper.kind'), kind: 'text', value: (row) => t(`paper.${row.kind}`) },
      { key: 'day', header: t('paper.day'), kind: 'date', value: (row) => row.businessDay },
      { key: 'recordedAt', header: t('paper.recorded_at'), kind: 'instant', value: (row) => row.recordedAt },
      { key: 'memberNumber', header: t('paper.member'), kind: 'integer', value: (row) => row.memberNumber },
      { key: 'amount', header: t('paper.amount'), kind: 'rupiah', value: (row) => row.amount },
      { key: 'reversed', header: t('paper.is_reversed'), kind: 'yesno', value: (row) => row.reversed },
    ],
  }
}
