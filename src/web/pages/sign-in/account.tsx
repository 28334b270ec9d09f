import { Form, redirect } from 'react-router'
import { formatDate, translator } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import { showPhone } from '../../../kernel/notify/index.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { listTokens, myAccount, mySessions } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { TextInput } from '../../../ui/field/index.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { Section } from '../../../ui/section/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/account.ts'
import { AccountFrame, errorOf, NewPassword, RefusedForm } from './account-frame.tsx'
import { doInAccount } from './account-acts.ts'
import { Devices, Passkeys, Tokens } from './account-lists.tsx'
import { proveFirst } from './prove-first.ts'
import { roleNames } from './rules/role-names.ts'
import { withWayBack } from './rules/way-back.ts'

export const handle = { scripts: false }

const done = ['revoked', 'passkey_added', 'passkey_removed', 'changed', 'token_revoked'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { caller, session, locale, city } = context.get(requestContext)
  if (session === undefined) throw redirect(withWayBack('/masuk', '/akun'))
  const said = new URL(request.url).searchParams.get('sudah')
  const account = await caller.ask(myAccount, {})
  const [devices, tokens] = await Promise.all([
    caller.ask(mySessions, {}),
    account.mayMakeTokens ? caller.ask(listTokens, { size: 200 }) : undefined,
  ])
  const phone = account.phone === null ? null : showPhone(account.phone)
  return {
    locale,
    zone: city.zone,
    account: { ...account, phone },
    devices,
    tokens: tokens?.rows,
    said: done.find((word) => word === said),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller } = context.get(requestContext)
  const form = await request.formData()
  return attempt(context, form, () => proveFirst('/akun', () => doInAccount(caller, form)))
}

type Account = Route.ComponentProps['loaderData']['account']

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, zone, account, devices, tokens, said } = loaderData
  const t = translator(signInTexts, locale)
  const given = actionData && 'refusal' in actionData ? actionData : undefined
  const made = actionData && 'token' in actionData ? actionData.token : undefined
  return (
    <AccountFrame>
      <title>{t('web.account.title')}</title>
      <PageHeader
        title={account.displayName}
        lead={t('web.account.title')}
        actions={
          <Form method="post" action="/keluar">
            <Button kind="second">{t('web.sign_out')}</Button>
          </Form>
        }
      />
      <RefusedForm refusal={given?.refusal} />
      {said === undefined ? null : (
        <Notice tone="ok" role="status">
          {t(`web.account.${said}`)}
        </Notice>
      )}
      {made === undefined ? null : (
        <Notice tone="wait" role="status" title={t('web.account.token_made')}>
          <code className="sign-in-token">{made}</code>
        </Notice>
      )}
      <Duties locale={locale} account={account} />
      <Section id="perangkat" title={t('web.account.devices')} note={t('web.account.devices_note')}>
        <Devices locale={locale} zone={zone} devices={devices} />
      </Section>
      <Section id="kunci-sandi" title={t('web.account.passkeys')} note={t('web.account.passkeys_note')}>
        <Passkeys locale={locale} zone={zone} passkeys={account.passkeys} />
      </Section>
      <ChangePassword locale={locale} hasPassword={account.hasPassword} refusal={given?.refusal} />
      {tokens === undefined ? null : (
        <Section id="token" title={t('web.account.tokens')} note={t('web.account.tokens_note')}>
          <Tokens locale={locale} zone={zone} tokens={tokens} refusal={given?.refusal} typed={given?.typed} />
        </Section>
      )}
    </AccountFrame>
  )
}

function Duties({ locale, account }: { locale: Locale; account: Account }) {
  const t = translator(signInTexts, locale)
  const nameOf = roleNames(locale)
  const dates = (from: string, to: string | null) =>
    to === null
      ? t('web.account.since', { from: formatDate(from, locale) })
      : t('web.account.from_to', { from: formatDate(from, locale), to: formatDate(to, locale) })
  return (
    <Section id="tugas" title={t('web.account.duties')}>
      <p className="soft">
        {t('web.account.user_name')}: {account.userName} · {t('web.account.phone')}:{' '}
        {account.phone ?? t('web.account.none')}
      </p>
      {account.grants.length === 0 ? <p>{t('web.account.no_duties')}</p> : null}
      <ul>
        {account.grants.map(({ grantId, role, placeName, validFrom, validTo }) => (
          <li key={grantId}>
            {nameOf(role)}, {placeName}, <span className="soft">{dates(validFrom, validTo)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ChangePassword({
  locale,
  hasPassword,
  refusal,
}: {
  locale: Locale
  hasPassword: boolean
  refusal: Parameters<typeof errorOf>[0]
}) {
  const t = translator(signInTexts, locale)
  return (
    <Section id="kata-sandi" title={t('web.account.password')} note={t('web.account.password_note')}>
      <Form method="post" className="sign-in stack">
        {hasPassword ? (
          <TextInput
            name="password"
            type="password"
            label={t('web.account.old_password')}
            error={errorOf(refusal, 'password')}
            autoComplete="current-password"
            required
          />
        ) : null}
        <NewPassword refusal={refusal} />
        <Button name="act" value="password" kind="second">
          {t('web.account.change')}
        </Button>
      </Form>
    </Section>
  )
}
