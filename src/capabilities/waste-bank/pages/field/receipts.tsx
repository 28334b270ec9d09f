import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { isCivilDate } from '../../../../kernel/clock/contract.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { Button, LinkButton } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { DateInput, Select, TextInput } from '../../../../ui/field/index.ts'
import { getDay, listReceipts } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/receipts.ts'
import { FieldPage } from './field-page.tsx'
import { ListPages } from './list-pages.tsx'
import { asTeller } from './page-facts.ts'
import { ReceiptLinks } from './receipt-links.tsx'

export const handle = { scripts: false }

const kinds = ['all', 'deposit', 'withdrawal', 'reversal'] as const
const sorts = ['newest', 'oldest', 'amount'] as const

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const query = new URL(request.url).searchParams
  const asked = questionIn(query)
  const [day, found] = await Promise.all([
    on.caller.ask(getDay, { unitId }),
    on.caller.ask(listReceipts, {
      unitId,
      search: asked.q,
      kind: asked.jenis,
      sort: asked.urut,
      ...(asked.dari ? { from: asked.dari } : {}),
      ...(asked.sampai ? { to: asked.sampai } : {}),
      page: pageIn(query),
      size: 25,
    }),
  ])
  return { page, day, found, asked }
}

/** Whatever in an address is no answer to a question counts as not asked. */
function questionIn(query: URLSearchParams) {
  const date = (name: string) => {
    const typed = query.get(name) ?? ''
    return isCivilDate(typed) ? typed : ''
  }
  return {
    q: (query.get('q') ?? '').trim().slice(0, 60),
    jenis: kinds.find((kind) => kind === query.get('jenis')) ?? 'all',
    urut: sorts.find((sort) => sort === query.get('urut')) ?? 'newest',
    dari: date('dari'),
    sampai: date('sampai'),
  }
}

export default function Receipts({ loaderData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, found, asked } = loaderData
  const t = translator(fieldTexts, page.locale)
  return (
    <FieldPage
      page={page}
      title={t('field.receipts.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: `/timbang/${unitId}`, label: t('field.back.day') }}
      nav={{ unitId, current: 'receipts' }}
    >
      <div className="phone-pad stack">
        <Filters locale={page.locale} asked={asked} />
        {found.total === 0 ? (
          <Empty
            title={t('field.receipts.none')}
            pillar="environment"
            action={
              <LinkButton href={`/timbang/${unitId}/bukti`} kind="second" small>
                {t('field.receipts.clear')}
              </LinkButton>
            }
          >
            {t('field.receipts.none.next')}
          </Empty>
        ) : (
          <>
            <p className="small soft">{t('field.receipts.found', { n: found.total })}</p>
            <ReceiptLinks
              page={page}
              unitId={unitId}
              label={t('field.receipts.title')}
              rows={found.rows}
              today={day.today}
            />
            <ListPages locale={page.locale} found={found} query={asked} />
          </>
        )}
      </div>
    </FieldPage>
  )
}

function Filters({ locale, asked }: { locale: Locale; asked: ReturnType<typeof questionIn> }) {
  const t = translator(fieldTexts, locale)
  const narrowed = asked.jenis !== 'all' || asked.urut !== 'newest' || asked.dari !== '' || asked.sampai !== ''
  return (
    <form method="get" role="search" className="stack">
      <TextInput name="q" type="search" label={t('field.receipts.search')} defaultValue={asked.q} autoComplete="off" />
      <details className="field-filter" open={narrowed}>
        <summary>{t('field.receipts.filter')}</summary>
        <Select
          name="jenis"
          label={t('field.receipts.kind')}
          defaultValue={asked.jenis}
          choices={kinds.map((value) => ({ value, label: t(`field.receipts.kind.${value}`) }))}
        />
        <Select
          name="urut"
          label={t('field.receipts.sort')}
          defaultValue={asked.urut}
          choices={sorts.map((value) => ({ value, label: t(`field.receipts.sort.${value}`) }))}
        />
        <DateInput name="dari" label={t('field.receipts.from')} defaultValue={asked.dari} />
        <DateInput name="sampai" label={t('field.receipts.to')} defaultValue={asked.sampai} />
      </details>
      <Button kind="second" icon="magnifying-glass">
        {t('field.receipts.apply')}
      </Button>
    </form>
  )
}
