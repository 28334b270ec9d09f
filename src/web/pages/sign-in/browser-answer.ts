import { refuse } from '../../../kernel/refusal/index.ts'
import { textIn } from './text-in.ts'

/** What the browser's authenticator answered, as a form of ours carries it. @throws Refusal `passkey.wrong` */
export function readBrowserAnswer(form: FormData): { challengeId: string; response: { id: string } } {
  try {
    const response = JSON.parse(textIn(form, 'response')) as { id: string }
    return { challengeId: textIn(form, 'challengeId'), response }
  } catch {
    throw refuse('passkey.wrong', {}, { kind: 'invalid' })
  }
}
