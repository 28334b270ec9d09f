import { translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Checkbox } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { birthUnknown, looksLike } from '../../../people/contract.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { BookAnswer } from './member-book.ts'
import type { StaffFacts } from './staff-facts.ts'
import { ListFileInput, StaffForm } from './staff-form.tsx'

/** As many reasons as one screen shows. */
const REASONS_MAX = 50

interface MemberBookProps {
  page: StaffFacts
  answer: unknown
  most: number
}

/** The old book from a file as people keep it; what stays out is said by its line. */
export function MemberBook({ page, answer, most }: MemberBookProps) {
  const t = translator(staffTexts, page.locale)
  const read = bookIn(answer)
  return (
    <Section id="impor" title={t('staff.book')} note={t('staff.book.note', { max: most })}>
      <StaffForm page={page} at="impor" files answer={answer}>
        {read === undefined ? null : <Outcome page={page} read={read} />}
        <ListFileInput page={page} answer={answer} />
        <Checkbox name="partly" value="1" label={t('staff.book.partly')} hint={t('staff.book.partly_hint')} />
        <Checkbox id="others" name="confirm" value={looksLike} label={t('staff.book.others')} />
        <Checkbox id="no-year" name="confirm" value={birthUnknown} label={t('staff.book.no_year')} />
        <Button kind="second">{t('staff.book.button')}</Button>
      </StaffForm>
    </Section>
  )
}

function bookIn(answer: unknown): BookAnswer | undefined {
  return typeof answer === 'object' && answer !== null && 'joined' in answer ? (answer as BookAnswer) : undefined
}

function Outcome({ page, read }: { page: StaffFacts; read: BookAnswer }) {
  const t = translator(staffTexts, page.locale)
  const { joined, rejected, noticed } = read
  return (
    <>
      {joined === 0 ? null : (
        <Notice tone="ok" role="status" title={t('staff.book.done', { n: joined })}>
          {t('staff.book.cards')}
        </Notice>
      )}
      {rejected.length === 0 ? null : (
        <Notice tone="stop" role="alert" title={t('staff.book.rejected', { n: rejected.length })}>
          {joined === 0 ? <p>{t('staff.book.none')}</p> : null}
          <Reasons page={page} words={rejected} />
        </Notice>
      )}
      {noticed.length === 0 ? null : (
        <Notice tone="wait" title={t('staff.book.noticed', { n: noticed.length })}>
          <Reasons page={page} words={noticed} />
        </Notice>
      )}
    </>
  )
}

function Reasons({ page, words }: { page: StaffFacts; words: readonly string[] }) {
  const t = translator(staffTexts, page.locale)
  const more = words.length - REASONS_MAX
  return (
    <ul>
      {words.slice(0, REASONS_MAX).map((one) => (
        <li key={one}>{one}</li>
      ))}
      {more > 0 ? <li>{t('staff.book.more', { n: more })}</li> : null}
    </ul>
  )
}
