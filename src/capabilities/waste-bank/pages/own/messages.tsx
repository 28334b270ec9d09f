import { formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import { askMine } from '../../../../kernel/notify/index.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { Pagination } from '../../../../ui/pagination/index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { Route } from './+types/messages.ts'
import { asMember } from './own-facts.ts'
import { OwnPage } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asMember(context)
  return { page, messages: await on.caller.ask(askMine, { page: pageIn(new URL(request.url).searchParams), size: 25 }) }
}

export default function Messages({ loaderData: { page, messages } }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
  const pages = Math.max(1, Math.ceil(messages.total / messages.size))
  return (
    <OwnPage page={page} title={t('own.messages')} here="messages">
      {messages.rows.length === 0 ? <p>{t('own.messages.none')}</p> : null}
      <DefinitionList
        rows={messages.rows.map((message) => ({
          key: message.id,
          term: formatInstant(message.madeAt, page.zone, page.locale),
          detail: <span lang="id">{message.body}</span>,
          source:
            message.status === 'sent' && message.sentAt !== null
              ? t('own.message.sent', { at: formatInstant(message.sentAt, page.zone, page.locale) })
              : t(`own.message.${message.status === 'sent' ? 'queued' : message.status}`),
        }))}
      />
      {pages > 1 ? (
        <Pagination
          label={t('own.pages')}
          summary={t('own.pages.of', { page: messages.page, pages })}
          previous={
            messages.page > 1 ? { href: `?halaman=${messages.page - 1}`, text: t('own.pages.previous') } : undefined
          }
          next={
            messages.page < pages ? { href: `?halaman=${messages.page + 1}`, text: t('own.pages.next') } : undefined
          }
        />
      ) : null}
    </OwnPage>
  )
}
