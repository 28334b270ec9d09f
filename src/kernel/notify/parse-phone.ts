import { refuse } from '../refusal/index.ts'
import { type Phone, findPhone } from './phone.ts'

/** As {@link findPhone}, and refuses `phone.not_a_number` or, where messages must arrive, `phone.not_mobile`. */
export function parsePhone(text: string, options: { field?: string; isMobileOnly?: boolean } = {}): Phone {
  const at = options.field === undefined ? {} : { field: options.field }
  const phone = findPhone(text)
  if (phone === undefined) {
    throw refuse('phone.not_a_number', { digits: text.replaceAll(/\D/g, '').length }, { kind: 'invalid', ...at })
  }
  if (options.isMobileOnly && phone.kind === 'fixed') throw refuse('phone.not_mobile', {}, { kind: 'invalid', ...at })
  return phone
}
