import { formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import { askMine } from '../../../../kernel/notify/index.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { Route } from './+types/messages.ts'
import { asMember } from './own-facts.ts'
import { OwnPage, OwnPages } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asMember(context)
  return { page, messages: await on.caller.ask(askMine, { page: pageIn(new URL(request.url).searchParams), size: 25 }) }
}

export default function Messages({ loaderData: { page, messages } }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
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
      <OwnPages page={page} of={messages} />
    </OwnPage>
  )
}
