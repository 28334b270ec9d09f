import { formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Person } from '../../../../ui/person/index.ts'
import type { MemberRow } from '../../contract.ts'
import { fieldTexts } from '../../texts/field.ts'

type Shown = Pick<MemberRow, 'fullName' | 'number' | 'birthYear' | 'nikEnd' | 'balance'>

/** Number, year of birth and the last two digits of the NIK: enough to see that it is the right person. */
export function memberDetail(member: Omit<Shown, 'balance' | 'fullName'>, locale: Locale): string {
  return translator(fieldTexts, locale)('field.members.detail', {
    number: member.number,
    year: member.birthYear === null ? 'none' : String(member.birthYear),
    nik: member.nikEnd === null ? 'none' : `••••••••••••••${member.nikEnd}`,
  })
}

/** Who stands at the scales, and what is saved. */
export function MemberStrip({ member, locale }: { member: Shown; locale: Locale }) {
  const t = translator(fieldTexts, locale)
  return (
    <div className="field-member">
      <Person name={member.fullName} detail={memberDetail(member, locale)} />
      <p className="small">
        <span className="soft">{t('field.balance')}</span> <b className="num">{formatMoney(member.balance, locale)}</b>
      </p>
    </div>
  )
}
