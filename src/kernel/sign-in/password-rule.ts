import { refuse } from '../refusal/index.ts'

const PASSWORD_LENGTH_MIN = 10

const common = [
  'password',
  'kata sandi',
  'katasandi',
  'qwerty',
  '12345',
  'abcde',
  'rahasia',
  'admin',
  'indonesia',
  'kediri',
]

/**
 * Length, not kinds of characters (NIST SP 800-63B §3.1.1.2); not the own name, and not a common word with a few
 * characters added.
 * @throws Refusal `password.too_short`, `password.has_name` or `password.common`
 */
export function requireGoodPassword(password: string, userName: string, field = 'newPassword'): void {
  if (password.length < PASSWORD_LENGTH_MIN) throw refuse('password.too_short', { min: PASSWORD_LENGTH_MIN }, { field })
  const low = password.toLowerCase()
  if (userName.length > 2 && low.includes(userName.toLowerCase())) throw refuse('password.has_name', {}, { field })
  let rest = low
  for (const word of common) rest = rest.replaceAll(word, '')
  if (rest.length < 5 || new Set(low).size < 4) throw refuse('password.common', {}, { field })
}
