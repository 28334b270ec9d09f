import { redirect } from 'react-router'
import { formatDate, formatFor, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getDay, getPrices, listReceipts, openDay } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/day.ts'
import { FieldPage } from './field-page.tsx'
import { NumberEntry } from './number-entry.tsx'
import { OpenForm } from './open-form.tsx'
import { asTeller } from './page-facts.ts'
import { PriceLines } from './price-lines.tsx'
import { callOptions, optionalText, rupiahOf } from './read-form.ts'
import { ReceiptLinks } from './receipt-links.tsx'

const RECENT = 5

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const [day, list, recent] = await Promise.all([
    on.caller.ask(getDay, { unitId }),
    on.caller.ask(getPrices, { unitId }),
    on.caller.ask(listReceipts, { unitId, size: RECENT }),
  ])
  return { page, day, list, recent: recent.rows, sendKey: formKey() }
}

export async function action({ request, context, params: { unitId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    await on.caller.do(
      openDay,
      { unitId, counted: rupiahOf(form, 'counted'), note: optionalText(form, 'note') },
      callOptions(form),
    )
    return redirect(`/timbang/${unitId}`)
  })
}

export default function Day({ loaderData, actionData }: Route.ComponentProps) {
  const { page, day, list, recent, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  return (
    <FieldPage
      page={page}
      title={formatDate(day.today, page.locale, 'full')}
      place={`${day.unitName}, ${day.kelurahan}`}
      nav={{ unitId: day.unitId, current: 'day' }}
    >
      {day.open === null ? (
        <OpenForm page={page} formKey={sendKey} answer={actionData} cash={day.cash} lastClosed={day.lastClosed} />
      ) : (
        <OpenDay {...loaderData} />
      )}
      <section className="field-section" aria-labelledby="recent">
        <h2 id="recent">{t('field.recent.title')}</h2>
        {recent.length === 0 ? (
          <Empty title={t('field.recent.none')}>{t('field.recent.none.next')}</Empty>
        ) : (
          <>
            <ReceiptLinks
              page={page}
              unitId={day.unitId}
              label={t('field.recent.title')}
              rows={recent}
              today={day.today}
            />
            <a href={`/timbang/${day.unitId}/bukti`}>{t('field.recent.all')}</a>
          </>
        )}
      </section>
      <section className="field-section" aria-labelledby="prices">
        <h2 id="prices">{t('field.prices.title')}</h2>
        {list.prices.length === 0 ? (
          <Empty title={t('field.today.noPrices')}>{t('field.today.noPrices.next')}</Empty>
        ) : (
          <PriceLines locale={page.locale} prices={list.prices} />
        )}
      </section>
    </FieldPage>
  )
}

function OpenDay({ page, day, list }: Route.ComponentProps['loaderData']) {
  const t = translator(fieldTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const home = `/timbang/${day.unitId}`
  const { open } = day
  if (open === null) return null
  const stale = open.businessDay !== day.today
  return (
    <>
      {stale || list.prices.length === 0 ? (
        <div className="phone-pad stack">
          {stale ? (
            <Notice tone="wait" title={t('field.today.stale', { day: format.date(open.businessDay, 'full') })}>
              {t('field.today.stale.next')}
            </Notice>
          ) : (
            <Notice tone="wait" title={t('field.today.noPrices')}>
              {t('field.today.noPrices.next')}
            </Notice>
          )}
        </div>
      ) : null}
      {stale ? null : <NumberEntry unitId={day.unitId} locale={page.locale} />}
      <div className="phone-pad">
        <Actions>
          <LinkButton href={`${home}/nasabah`} kind="second" small icon="magnifying-glass">
            {t('field.entry.name')}
          </LinkButton>
          <LinkButton href={`${home}/nasabah?pindai=ya`} kind="second" small icon="qr-code">
            {t('field.entry.scan')}
          </LinkButton>
          <LinkButton href={`${home}/nasabah/baru`} kind="second" small icon="plus">
            {t('field.entry.new')}
          </LinkButton>
        </Actions>
      </div>
      <div className="field-state">
        <p>
          <span className="small soft">
            {t('field.today.opened', { time: format.time(open.openedAt), name: open.openedBy })}
          </span>
          <span>
            {t('field.today.cash')} <b className="num">{format.money(day.cash)}</b>
          </span>
        </p>
        <LinkButton href={`${home}/tutup`} kind="second" small>
          {t('field.today.close')}
        </LinkButton>
      </div>
    </>
  )
}
