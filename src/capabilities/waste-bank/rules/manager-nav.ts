import { translator } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import { staffTexts } from '../texts/staff.ts'

export type ManagerRoom = 'overview' | 'units' | 'materials' | 'users'

const rooms = [
  ['overview', '/kelola'],
  ['units', '/kelola/unit'],
  ['materials', '/kelola/bahan'],
  ['users', '/kelola/pengguna'],
] as const satisfies readonly (readonly [ManagerRoom, string])[]

/** The rooms of a manager, beside every page of theirs. */
export function managerNav(locale: Locale, here: ManagerRoom) {
  const t = translator(staffTexts, locale)
  return [
    { key: 'waste', links: rooms.map(([key, href]) => ({ href, text: t(`staff.${key}`), current: key === here })) },
    {
      key: 'evidence',
      links: [
        { href: '/timbang', text: t('staff.weigh') },
        { href: '/kelola/klaim', text: t('staff.claims') },
        { href: '/angka', text: t('staff.figures') },
      ],
    },
  ]
}
