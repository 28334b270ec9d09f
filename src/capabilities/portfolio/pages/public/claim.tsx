import { Form } from 'react-router'
import { formatInstant, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Corak, shortHash } from '../../../../ui/corak/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { FileInput, TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import type { PublicClaim } from '../../contract.ts'
import { checkPaper, getPublicClaim } from '../../index.ts'
import { figureText } from '../../rules/claim-sentence.ts'
import { claimTexts } from '../../texts/claims.ts'
import { factsOf } from '../page-facts.ts'
import type { PageFacts } from '../page-facts.ts'
import { readPaper } from '../read-paper.ts'
import type { Route } from './+types/claim.ts'
import { AsOf, TimelinessOf } from './figure-parts.tsx'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, params }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  return { page: factsOf(on), claim: await on.caller.ask(getPublicClaim, { token: params.token }) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { caller } = context.get(requestContext)
  const { sha256, isTooLarge } = await readPaper(await request.formData())
  if (sha256 === undefined) return { answer: isTooLarge ? ('too_large' as const) : ('unclear' as const) }
  const { isRecord } = await caller.ask(checkPaper, { token: params.token, sha256 })
  return { answer: isRecord ? ('yes' as const) : ('no' as const) }
}

/** Behind the QR of a claim's page: is the paper in hand the record, and does it still stand? */
export default function Claim({ loaderData: { page, claim }, actionData }: Route.ComponentProps) {
  const { locale } = page
  const t = translator(claimTexts, locale)
  return (
    <PublicPage page={page} title={`${t('claim.title')} ${claim.number}`}>
      <PageHeader
        title={locale === 'id' ? claim.sentenceId : claim.sentenceEn}
        lead={`${t('claim.title')} ${claim.number}`}
      />
      <div className="stack-l">
        {claim.withdrawn === null ? (
          <Notice tone="ok" title={t('claim.standing')} />
        ) : (
          <Notice
            tone="stop"
            title={t('claim.withdrawn', { at: formatInstant(claim.withdrawn.at, page.zone, locale) })}
          >
            {t('claim.withdrawn_reason', { reason: claim.withdrawn.reason })}
          </Notice>
        )}
        <AsOf page={page} figure={claim} />
        <TimelinessOf locale={locale} parts={claim.timeliness} />
        <Facts page={page} claim={claim} />
        <Section id="hari-ini" title={t('claim.today')}>
          <p>{todayText(claim, locale)}</p>
        </Section>
        <PaperCheck locale={locale} claim={claim} answer={actionData?.answer} />
        {claim.draws.length === 0 ? null : (
          <Section id="undian" title={t('claim.draws')}>
            <ul>
              {claim.draws.map(({ drawId, k, madeAt }) => (
                <li key={drawId}>
                  <a href={`/undian/${drawId}`}>
                    {t('claim.draw_of', { k, at: formatInstant(madeAt, page.zone, locale) })}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </PublicPage>
  )
}

function Facts({ page, claim }: { page: PageFacts; claim: PublicClaim }) {
  const { locale } = page
  const t = translator(claimTexts, locale)
  const place = claim.place?.name ?? t('claim.everywhere')
  return (
    <DefinitionList
      rows={[
        { key: 'counted', term: claim.title[locale], detail: figureText(claim.amount, claim.measure, locale) },
        { key: 'what', term: t('claim.counted'), detail: claim.definition[locale] },
        {
          key: 'place',
          term: t('claim.place'),
          detail: claim.dimensionName ? `${place}, ${claim.dimensionName[locale]}` : place,
        },
        { key: 'n', term: t('claim.records'), detail: formatNumber(claim.n, locale) },
        {
          key: 'reported',
          term: claim.populationTitle[locale],
          detail: t('claim.reported', { n: claim.reported, of: claim.population }),
        },
        { key: 'made', term: t('claim.made_at'), detail: formatInstant(claim.madeAt, page.zone, locale) },
        {
          key: 'root',
          term: t('claim.root'),
          detail: (
            <>
              <Corak hash={claim.root} label={shortHash(claim.root)} /> <strong>{shortHash(claim.root)}</strong>
              <br />
              <code className="small">{claim.root}</code>
            </>
          ),
        },
        { key: 'hash', term: t('claim.document_hash'), detail: <code className="small">{claim.documentHash}</code> },
      ]}
    />
  )
}

function PaperCheck({
  locale,
  claim,
  answer,
}: {
  locale: 'id' | 'en'
  claim: PublicClaim
  answer: Answer | undefined
}) {
  const t = translator(claimTexts, locale)
  return (
    <Section id="periksa" title={t('claim.check')}>
      <p>{t('claim.check_intro')}</p>
      {answer === undefined ? null : (
        <Notice
          tone={answer === 'yes' ? 'ok' : answer === 'no' ? 'stop' : 'wait'}
          role="status"
          title={answerText(answer)}
        />
      )}
      <Form method="post" action="#periksa" encType="multipart/form-data" className="stack no-print">
        <FileInput name="file" label={t('claim.check_file')} accept="application/pdf" />
        <TextInput name="hash" label={t('claim.check_hash')} autoComplete="off" spellCheck={false} />
        <Button kind="second">{t('claim.check_button')}</Button>
      </Form>
      <p className="no-print">
        <a href={`/unduh/claim.page.pdf?token=${claim.token}`}>{t('claim.download')}</a>
      </p>
    </Section>
  )

  function answerText(given: Answer): string {
    const { number } = claim
    if (given === 'yes') return t('claim.check_yes', { number })
    if (given === 'no') return t('claim.check_no', { number })
    return t(given === 'too_large' ? 'claim.check_too_large' : 'claim.check_unclear')
  }
}

type Answer = 'yes' | 'no' | 'unclear' | 'too_large'

function todayText({ today, measure }: PublicClaim, locale: 'id' | 'en'): string {
  const t = translator(claimTexts, locale)
  const text = (amount: number | null) => figureText(Math.abs(amount ?? 0), measure, locale)
  const amount = text(today.amount)
  if (today.state === 'few') return t('claim.today.few')
  if (today.state === 'same') return t('claim.today.same', { amount })
  if (today.state === 'together') return t('claim.today.together', { amount, n: today.n ?? 0 })
  const { late, reversed } = today
  return t('claim.today.apart', {
    amount,
    late: text(late?.amount ?? 0),
    lateN: late?.n ?? 0,
    reversed: text(reversed?.amount ?? 0),
    reversedN: reversed?.n ?? 0,
  })
}
