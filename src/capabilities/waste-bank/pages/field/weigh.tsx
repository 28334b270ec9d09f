import { useState } from 'react'
import { Form, redirect, useNavigation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { LinkButton } from '../../../../ui/button/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getDay, getMember, getPrices, recordDeposit } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/weigh.ts'
import { FieldPage } from './field-page.tsx'
import { useHydrated } from './hydrated.tsx'
import { revalidateWhenAnswered, untilAnswered } from './lost-answer.tsx'
import { MemberStrip } from './member-strip.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, coSignOf, weighedLines } from './read-form.ts'
import { CoSignFields, errorAt, refusedIn, RefusedNote } from './refused-note.tsx'
import { WeighFoot, WeighRows } from './weigh-foot.tsx'
import { reckon, useWeighing } from './weigh-lines.tsx'
import type { TypedLine } from './weigh-lines.tsx'
import { WeighList, WeighTiles } from './weigh-tiles.tsx'

export async function loader({ request, context, params: { unitId, memberId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const [day, list, member] = await Promise.all([
    on.caller.ask(getDay, { unitId }),
    on.caller.ask(getPrices, { unitId }),
    on.caller.ask(getMember, { memberId }),
  ])
  return { page, day, list, member, sendKey: formKey() }
}

export async function action({ request, context, params: { unitId, memberId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const { prices } = await on.caller.ask(getPrices, { unitId })
    const lines = weighedLines(form, new Map(prices.map((price) => [price.materialId, price.measure])))
    const saved = await on.caller.do(
      recordDeposit,
      { unitId, memberId, lines, deviceId: on.deviceId, ...coSignOf(form) },
      callOptions(form),
    )
    return redirect(`/timbang/${unitId}/bukti/${saved.depositId}?baru=ya`)
  })
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return untilAnswered(serverAction)
}
export const shouldRevalidate = revalidateWhenAnswered

export default function Weigh({ loaderData, actionData, params }: Route.ComponentProps) {
  const { page, day, list, member } = loaderData
  const t = translator(fieldTexts, page.locale)
  const home = `/timbang/${params.unitId}`
  const [sendKey] = useState(loaderData.sendKey)
  const hydrated = useHydrated()
  const refused = refusedIn(actionData)
  const weighing = useWeighing(list.prices, linesIn(refused?.typed))
  const reckoned = reckon(weighing.lines, list.prices, list.sharing?.memberBasisPoints ?? 0)
  const filled = reckoned.weighed.filter((line) => line.text !== '')
  const busy = useNavigation().state !== 'idle'
  // A yes is for the lines that were asked about, not for what they were changed into afterwards.
  const answer = hydrated && refused !== undefined && !isAbout(refused.typed, filled) ? undefined : actionData
  const ready = day.open !== null && list.prices.length > 0
  return (
    <FieldPage
      page={page}
      title={t('field.weigh.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: home, label: t('field.back.day') }}
      bottom={
        ready && (
          <WeighFoot
            {...reckoned}
            {...{ weighing, busy }}
            locale={page.locale}
            prices={list.prices}
            count={filled.length}
          />
        )
      }
    >
      <MemberStrip member={member} locale={page.locale} />
      {ready ? (
        <Form id="setor" method="post" className="weigh" onSubmit={weighing.rest}>
          <input type="hidden" name="key" value={sendKey} />
          {actionData === undefined ? null : (
            <div className="phone-pad stack">
              <RefusedNote locale={page.locale} answer={answer} idOf={lineOf} />
              <CoSignFields locale={page.locale} answer={actionData} />
            </div>
          )}
          <div className="needs-script">
            <WeighTiles locale={page.locale} prices={list.prices} weighing={weighing} weighed={reckoned.weighed} />
            <WeighList
              locale={page.locale}
              weighing={weighing}
              weighed={reckoned.weighed}
              errorOf={(at) => errorAt(refusedIn(answer), `lines.${at}.quantity`, `lines.${at}.materialId`)}
            />
          </div>
          {hydrated ? (
            filled.map((line, at) => (
              <span key={line.id}>
                <input type="hidden" name={`m${at}`} value={line.materialId} />
                <input type="hidden" name={`w${at}`} value={line.text} />
              </span>
            ))
          ) : (
            <noscript>
              <WeighRows locale={page.locale} prices={list.prices} typed={refused?.typed ?? {}} />
            </noscript>
          )}
        </Form>
      ) : (
        <NotReady home={home} locale={page.locale} closed={day.open === null} />
      )}
      <p className="phone-pad">
        <a href={`${home}/tarik/${member.memberId}`}>{t('field.weigh.toWithdraw')}</a>
      </p>
    </FieldPage>
  )
}

function NotReady({ home, locale, closed }: { home: string; locale: 'id' | 'en'; closed: boolean }) {
  const t = translator(fieldTexts, locale)
  return (
    <div className="phone-pad stack">
      <Notice tone="wait" title={closed ? t('field.weigh.closed') : t('field.weigh.noPrices')}>
        {closed ? t('field.weigh.closed.next') : t('field.today.noPrices.next')}
      </Notice>
      <LinkButton href={home}>{t('field.back.day')}</LinkButton>
    </div>
  )
}

/** Where a line of the refused receipt stands on this page. */
function lineOf(field: string): string | undefined {
  const at = /^lines\.(\d+)\./.exec(field)?.[1]
  if (at !== undefined) return `line-${at}`
  return field.startsWith('coSign') ? field : undefined
}

function isAbout(typed: Readonly<Record<string, string>>, lines: readonly TypedLine[]): boolean {
  const same = lines.every((line, at) => typed[`m${at}`] === line.materialId && typed[`w${at}`] === line.text)
  return same && typed[`m${lines.length}`] === undefined
}

/** The lines of a form that came back refused, when the page was loaded anew with it. */
function linesIn(typed: Readonly<Record<string, string>> | undefined): TypedLine[] {
  if (typed === undefined) return []
  return Array.from({ length: 40 }, (_, id) => ({
    id,
    materialId: typed[`m${id}`] ?? '',
    text: typed[`w${id}`] ?? '',
  })).filter((line) => line.materialId !== '')
}
