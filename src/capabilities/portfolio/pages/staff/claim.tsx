import { Form, redirect } from 'react-router'
import { formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey, signedIn } from '../../../../kernel/page/index.ts'
import { Button, LinkButton } from '../../../../ui/button/index.ts'
import { NumberInput, Textarea, TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { SAMPLE_MAX } from '../../contract.ts'
import type { PublicClaim } from '../../contract.ts'
import { drawPin, getPublicClaim, verifyPin, withdrawClaim } from '../../index.ts'
import { claimTexts } from '../../texts/claims.ts'
import { factsOf, textsIn } from '../page-facts.ts'
import type { PageFacts } from '../page-facts.ts'
import type { Route } from './+types/claim.ts'
import { errorOf, StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const claim = await on.caller.ask(getPublicClaim, { token: params.token })
  const asks = new URL(request.url).searchParams.has('periksa')
  const verified = asks ? await on.caller.ask(verifyPin, { pinId: claim.pinId }) : null
  return { page: factsOf(on), claim, verified, key: formKey() }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { caller } = signedIn(context, request)
  const form = await request.formData()
  const text = textsIn(form)
  const options = { key: text('key') }
  const { claimId, pinId } = await caller.ask(getPublicClaim, { token: params.token })
  return attempt(context, form, async () => {
    if (text('act') === 'withdraw') {
      await caller.do(withdrawClaim, { claimId, reason: text('reason') }, options)
      return redirect(`/kelola/klaim/${params.token}`)
    }
    const seed = text('seed')
    const input = { pinId, k: Number(text('k')), ...(seed === '' ? {} : { seed }) }
    const { drawId } = await caller.do(drawPin, input, options)
    return redirect(`/undian/${drawId}`)
  })
}

/** One claim at work: check its records, draw a sample, take it back. */
export default function Claim({ loaderData, actionData }: Route.ComponentProps) {
  const { page, claim, verified, key } = loaderData
  const { locale } = page
  const t = translator(claimTexts, locale)
  const refused = actionData && 'refusal' in actionData ? actionData : undefined
  const withdrawn = claim.withdrawn
  return (
    <StaffPage page={page} title={claim.number} refusal={refused?.refusal}>
      <PageHeader
        title={claim.number}
        lead={locale === 'id' ? claim.sentenceId : claim.sentenceEn}
        actions={
          <>
            <LinkButton kind="second" href={`/klaim/${claim.token}`}>
              {t('claims.open_page')}
            </LinkButton>
            <LinkButton kind="quiet" href={`/unduh/claim.page.pdf?token=${claim.token}`}>
              {t('claim.download')}
            </LinkButton>
          </>
        }
      />
      {withdrawn === null ? null : (
        <Notice tone="stop" title={t('claim.withdrawn', { at: formatInstant(withdrawn.at, page.zone, locale) })}>
          {t('claim.withdrawn_reason', { reason: withdrawn.reason })}
        </Notice>
      )}
      <Section id="periksa" title={t('claims.verify')}>
        {verified === null ? null : <Verified locale={locale} verified={verified} />}
        <Form method="get" action="#periksa">
          <Button kind="second" name="periksa" value="ya">
            {t('claims.verify')}
          </Button>
        </Form>
        <p>
          <a href={`/kelola/klaim/${claim.token}/catatan`}>{t('claims.open_records')}</a>
        </p>
      </Section>
      <Draws page={page} claim={claim} />
      {withdrawn === null ? (
        <>
          <Section id="undi" title={t('claims.draw')}>
            <Form method="post" className="stack">
              <input type="hidden" name="key" value={key} />
              <input type="hidden" name="act" value="draw" />
              <NumberInput
                name="k"
                whole
                label={t('claims.draw_k')}
                error={errorOf(refused?.refusal, 'k')}
                defaultValue={refused?.typed['k'] ?? String(Math.min(10, claim.n, SAMPLE_MAX))}
                required
              />
              <TextInput
                name="seed"
                label={t('claims.draw_seed')}
                maxLength={100}
                defaultValue={refused?.typed['seed'] ?? ''}
              />
              <Button kind="second">{t('claims.draw')}</Button>
            </Form>
          </Section>
          <Section id="cabut" title={t('claims.withdraw')}>
            <Form method="post" className="stack">
              <input type="hidden" name="key" value={key} />
              <input type="hidden" name="act" value="withdraw" />
              <Textarea
                name="reason"
                label={t('claims.withdraw_reason')}
                error={errorOf(refused?.refusal, 'reason')}
                defaultValue={refused?.typed['reason'] ?? ''}
                maxLength={200}
                required
              />
              <Button kind="danger">{t('claims.withdraw')}</Button>
            </Form>
          </Section>
        </>
      ) : null}
    </StaffPage>
  )
}

type Verification = { n: number; rootHolds: boolean; changed: string[]; missing: string[] }

function Verified({ locale, verified }: { locale: 'id' | 'en'; verified: Verification }) {
  const t = translator(claimTexts, locale)
  const { n, rootHolds, changed, missing } = verified
  if (rootHolds && changed.length + missing.length === 0) {
    return <Notice tone="ok" role="status" title={t('claims.verify_good', { n })} />
  }
  if (!rootHolds) return <Notice tone="stop" role="status" title={t('claims.verify_root')} />
  const ids = [...changed, ...missing].join(', ')
  const title = t('claims.verify_bad', { changed: changed.length, missing: missing.length, ids })
  return <Notice tone="stop" role="status" title={title} />
}

function Draws({ page, claim }: { page: PageFacts; claim: PublicClaim }) {
  const t = translator(claimTexts, page.locale)
  if (claim.draws.length === 0) return null
  return (
    <Section id="undian" title={t('claim.draws')}>
      <ul>
        {claim.draws.map(({ drawId, k, madeAt }) => (
          <li key={drawId}>
            <a href={`/undian/${drawId}`}>
              {t('claim.draw_of', { k, at: formatInstant(madeAt, page.zone, page.locale) })}
            </a>{' '}
            · <a href={`/kelola/klaim/${claim.token}/catatan?undian=${drawId}`}>{t('claims.open_records')}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
