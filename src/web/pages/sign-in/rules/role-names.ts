import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale, Texts } from '../../../../kernel/i18n/contract.ts'
import { roleTexts } from '../../../../kernel/sign-in/contract.ts'

/** Roles come from every room; one that is not worded here is shown by its name. */
const roleWords: Texts = roleTexts

export function roleNames(locale: Locale): (role: string) => string {
  const t = translator(roleWords, locale)
  return (role) => (t.has(`role.${role}`) ? t(`role.${role}`) : role)
}
