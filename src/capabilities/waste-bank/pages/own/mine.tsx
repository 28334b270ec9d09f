import { Form, redirect } from 'react-router'
import { formatDate, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../../kernel/page/index.ts'
import { sessionCookie } from '../../../../kernel/sign-in/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { ErrorSummary } from '../../../../ui/error-summary/index.ts'
import { NumberInput, TextInput } from '../../../../ui/field/index.ts'
import { Figure } from '../../../../ui/figure/index.ts'
import { claimMembership, myLines, myMemberships } from '../../index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { Route } from './+types/mine.ts'
import { ownFacts } from './own-facts.ts'
import { OwnPage } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  const page = ownFacts(on)
  if (on.session === undefined || !('personId' in on.caller.actor && on.caller.actor.personId))
    return { page: { ...page, person: '' }, memberships: undefined }
  const { rows } = await on.caller.ask(myMemberships, {})
  const memberships = await Promise.all(
    rows.map(async (row) => {
      const { total } = await on.caller.ask(myLines, { memberId: row.memberId, size: 1 })
      return { ...row, records: total }
    }),
  )
  return { page, memberships }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller, origin } = context.get(requestContext)
  const form = await request.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return attempt(context, form, async () => {
    const { sessionToken } = await caller.do(claimMembership, {
      code: text('code'),
      birthYear: Number(text('birthYear')),
    })
    return redirect('/milik', { headers: { 'set-cookie': sessionCookie(sessionToken, origin) } })
  })
}

export default function Mine({ loaderData: { page, memberships }, actionData }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
  if (memberships === undefined) return <Claim page={page} refused={actionData} />
  return (
    <OwnPage page={page} title={t('own.title')} here="savings">
      {memberships.length === 0 ? (
        <Empty title={t('own.none')} pillar="environment">
          {t('own.none.text')}
        </Empty>
      ) : (
        memberships.map((row) => (
          <section key={row.memberId} className="stack-s" data-pillar="environment">
            <Figure
              label={t('own.balance', { unit: row.unitName, kelurahan: row.kelurahan })}
              value={formatMoney(row.balance, page.locale)}
              href={`/milik/bank-sampah/${row.memberId}`}
              open={t('own.balance.open', { n: row.records })}
            />
            <p className="soft">
              {t('own.member', {
                number: String(row.number).padStart(4, '0'),
                on: formatDate(row.joinedOn, page.locale, 'medium'),
              })}
            </p>
            {row.owed > 0 ? <p>{t('own.owed', { amount: formatMoney(row.owed, page.locale) })}</p> : null}
          </section>
        ))
      )}
    </OwnPage>
  )
}

interface ClaimProps {
  page: Route.ComponentProps['loaderData']['page']
  refused: Route.ComponentProps['actionData']
}

/** No e-mail, no password: the code on the card, and the year of birth. */
function Claim({ page, refused }: ClaimProps) {
  const t = translator(ownTexts, page.locale)
  const { refusal, typed } = refused ?? {}
  const errors = refusal && refusal.issues.length > 0 ? refusal.issues : refusal ? [{ message: refusal.message }] : []
  const errorOf = (field: string) => refusal?.issues.find((issue) => issue.field === field)?.message
  return (
    <OwnPage page={page} title={t('own.claim.title')}>
      <p>{t('own.claim.lead')}</p>
      <Form method="post" className="stack">
        {refusal ? <ErrorSummary title={refusal.message} errors={errors} autoFocus /> : null}
        <TextInput
          name="code"
          label={t('own.claim.code')}
          hint={t('own.claim.code_hint')}
          error={errorOf('code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <NumberInput
          name="birthYear"
          label={t('own.claim.year')}
          error={errorOf('birthYear')}
          defaultValue={typed?.['birthYear'] ?? ''}
          whole
          required
        />
        <Button wide>{t('own.claim.button')}</Button>
      </Form>
      <p>
        <a href="/masuk">{t('own.claim.staff')}</a>
      </p>
    </OwnPage>
  )
}
