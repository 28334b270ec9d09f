import type { AllowSays } from '../kernel/access/index.ts'
import type { Translate } from '../kernel/i18n/contract.ts'
import type { texts } from './texts/index.ts'

/** Who may, in words: for the reference and the OpenAPI document. */
export function saysText(says: AllowSays, t: Translate<(typeof texts)['id']>): string {
  switch (says.rule) {
    case 'can':
    case 'within':
      return t('api.says.permission', { permission: says.permission })
    case 'either':
      return says.of.map((each) => saysText(each, t)).join(` ${t('api.says.or')} `)
    default:
      return t(`api.says.${says.rule}`)
  }
}
