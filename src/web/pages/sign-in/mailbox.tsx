import { formatInstant, translator } from '../../../kernel/i18n/contract.ts'
import { askMailbox, showPhone } from '../../../kernel/notify/index.ts'
import { pageIn, requestContext } from '../../../kernel/page/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { ListPagination } from '../../../ui/pagination/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/mailbox.ts'
import { AccountFrame } from './account-frame.tsx'

export const handle = { scripts: false }

const SIZE = 20

export async function loader({ request, context }: Route.LoaderArgs) {
  const { caller, locale, demo, city } = context.get(requestContext)
  if (!demo) throw refuse('page.not_found', {}, { kind: 'not_found' })
  const page = pageIn(new URL(request.url).searchParams)
  const { rows, total, size } = await caller.ask(askMailbox, { page, size: SIZE })
  const messages = rows.map((row) => ({
    ...row,
    phone: showPhone(row.phone),
    when: formatInstant(row.madeAt, city.zone, locale),
  }))
  return { locale, messages, of: { total, page, size } }
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { locale, messages, of } = loaderData
  const t = translator(signInTexts, locale)
  const stateOf = (status: string) =>
    status === 'sent' ? t('web.mailbox.sent') : status === 'failed' ? t('web.mailbox.failed') : t('web.mailbox.queued')
  return (
    <AccountFrame>
      <title>{t('web.mailbox.title')}</title>
      <PageHeader title={t('web.mailbox.title')} lead={t('web.mailbox.lead')} />
      {messages.length === 0 ? <p>{t('web.mailbox.empty')}</p> : null}
      <ul className="sign-in-messages stack" aria-label={t('web.mailbox.messages')}>
        {messages.map(({ id, phone, when, madeAt, body, status }) => (
          <li key={id}>
            <p className="soft small">
              {phone} · {stateOf(status)} · <time dateTime={madeAt}>{when}</time>
            </p>
            <p>{body}</p>
          </li>
        ))}
      </ul>
      <ListPagination
        of={of}
        words={{
          label: t('web.mailbox.pages'),
          summary: (page, pages) => t('web.mailbox.page', { page, pages }),
          previous: t('web.mailbox.newer'),
          next: t('web.mailbox.older'),
        }}
      />
    </AccountFrame>
  )
}
