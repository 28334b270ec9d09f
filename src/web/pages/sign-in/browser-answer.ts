import { refuse } from '../../../kernel/refusal/index.ts'

/** What the browser's authenticator answered, as a form of ours carries it. @throws Refusal `passkey.wrong` */
export function readBrowserAnswer(form: FormData): { challengeId: string; response: { id: string } } {
  try {
    const response = JSON.parse(String(form.get('response') ?? '')) as { id: string }
    return { challengeId: String(form.get('challengeId') ?? ''), response }
  } catch {
    throw refuse('passkey.wrong', {}, { kind: 'invalid' })
  }
}
