import type { ComponentProps, ReactNode } from 'react'
import { Form } from 'react-router'
import type { z } from 'zod'
import { formatInstant, translator } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import type { RefusalReport } from '../../../kernel/refusal/contract.ts'
import type { DeviceRow, PasskeyRow, TokenRow } from '../../../kernel/sign-in/contract.ts'
import { Button, LinkButton } from '../../../ui/button/index.ts'
import { DataTable } from '../../../ui/data-table/index.ts'
import { DateInput, TextInput } from '../../../ui/field/index.ts'
import { Tag } from '../../../ui/tag/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import { errorOf } from './account-frame.tsx'

interface Reader {
  readonly locale: Locale
  readonly zone: string
}

/** A button that does one thing with one row. */
function Act({ act, name, id, children }: { act: string; name: string; id: string; children: ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name={name} value={id} />
      <Button kind="quiet" small name="act" value={act}>
        {children}
      </Button>
    </Form>
  )
}

type AccountTableProps<Row> = Omit<
  ComponentProps<typeof DataTable<Row>>,
  'caption' | 'captionHidden' | 'region' | 'stack'
> & {
  locale: Locale
  name: string
}

/** A table below a heading that names it already. */
function AccountTable<Row>({ locale, name, ...table }: AccountTableProps<Row>) {
  const t = translator(signInTexts, locale)
  return <DataTable {...table} stack caption={name} captionHidden region={t('web.account.table', { name })} />
}

export function Devices({ locale, zone, devices }: Reader & { devices: readonly z.output<typeof DeviceRow>[] }) {
  const t = translator(signInTexts, locale)
  const at = (instant: string) => formatInstant(instant, zone, locale)
  return (
    <AccountTable
      id="devices"
      locale={locale}
      name={t('web.account.devices')}
      rows={devices}
      rowKey={({ sessionId }) => sessionId}
      columns={[
        {
          key: 'label',
          head: t('web.account.device'),
          rowHeader: true,
          cell: ({ label, current }) => (
            <>
              {label === '?' ? t('web.account.device_unknown') : label}{' '}
              {current ? <Tag tone="ok">{t('web.account.device_here')}</Tag> : null}
            </>
          ),
        },
        {
          key: 'made',
          head: t('web.account.opened'),
          stackLabel: t('web.account.opened'),
          cell: ({ madeAt }) => at(madeAt),
        },
        {
          key: 'ends',
          head: t('web.account.ends'),
          stackLabel: t('web.account.ends'),
          cell: ({ expiresAt }) => at(expiresAt),
        },
        {
          key: 'act',
          head: t('web.account.act'),
          cell: ({ sessionId, current }) =>
            current ? null : (
              <Act act="revoke" name="sessionId" id={sessionId}>
                {t('web.account.revoke')}
              </Act>
            ),
        },
      ]}
    />
  )
}

export function Passkeys({ locale, zone, passkeys }: Reader & { passkeys: readonly z.output<typeof PasskeyRow>[] }) {
  const t = translator(signInTexts, locale)
  return (
    <div className="stack">
      <AccountTable
        id="passkeys"
        locale={locale}
        name={t('web.account.passkeys')}
        rows={passkeys}
        rowKey={({ passkeyId }) => passkeyId}
        empty={<p>{t('web.account.no_passkeys')}</p>}
        columns={[
          { key: 'label', head: t('web.account.device'), rowHeader: true, cell: ({ label }) => label },
          {
            key: 'made',
            head: t('web.account.made'),
            stackLabel: t('web.account.made'),
            cell: ({ madeAt }) => formatInstant(madeAt, zone, locale),
          },
          {
            key: 'act',
            head: t('web.account.act'),
            cell: ({ passkeyId }) => (
              <Act act="remove-passkey" name="passkeyId" id={passkeyId}>
                {t('web.account.remove')}
              </Act>
            ),
          },
        ]}
      />
      <p>
        <LinkButton kind="second" href="/akun/kunci-sandi">
          {t('web.passkey.enrol_title')}
        </LinkButton>
      </p>
    </div>
  )
}

interface TokensProps extends Reader {
  readonly tokens: readonly z.output<typeof TokenRow>[]
  readonly refusal: RefusalReport | undefined
  readonly typed: Readonly<Record<string, string>> | undefined
}

export function Tokens({ locale, zone, tokens, refusal, typed }: TokensProps) {
  const t = translator(signInTexts, locale)
  const state = ({ revokedAt, expiresAt }: TokensProps['tokens'][number]) =>
    revokedAt === null
      ? t('web.account.token_valid', { at: formatInstant(expiresAt, zone, locale) })
      : t('web.account.token_ended')
  return (
    <div className="stack">
      <AccountTable
        id="tokens"
        locale={locale}
        name={t('web.account.tokens')}
        rows={tokens}
        rowKey={({ tokenId }) => tokenId}
        empty={<p>{t('web.account.no_tokens')}</p>}
        columns={[
          { key: 'label', head: t('web.account.token_label'), rowHeader: true, cell: ({ label }) => label },
          { key: 'state', head: t('web.account.token_state'), stackLabel: t('web.account.token_state'), cell: state },
          {
            key: 'act',
            head: t('web.account.act'),
            cell: ({ tokenId, revokedAt }) =>
              revokedAt === null ? (
                <Act act="revoke-token" name="tokenId" id={tokenId}>
                  {t('web.account.token_revoke')}
                </Act>
              ) : null,
          },
        ]}
      />
      <Form method="post" className="sign-in stack">
        <TextInput
          name="label"
          label={t('web.account.token_label')}
          error={errorOf(refusal, 'label')}
          defaultValue={typed?.['label'] ?? ''}
          maxLength={60}
          required
        />
        <DateInput
          name="expiresOn"
          label={t('web.account.token_until')}
          error={errorOf(refusal, 'expiresOn')}
          defaultValue={typed?.['expiresOn'] ?? ''}
          required
        />
        <Button name="act" value="token" kind="second">
          {t('web.account.token_make')}
        </Button>
      </Form>
    </div>
  )
}
