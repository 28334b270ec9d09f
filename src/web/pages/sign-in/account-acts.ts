import { redirect } from 'react-router'
import type { Caller } from '../../../kernel/app/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { changePassword, makeToken, removePasskey, revokeSession, revokeToken } from '../../../kernel/sign-in/index.ts'
import { textIn } from './text-in.ts'

/** What the forms of the account page ask for; `act` says which. A token that was made is in the answer, once. */
export async function doInAccount(caller: Caller, form: FormData): Promise<Response | { token: string }> {
  const field = (name: string) => textIn(form, name)
  switch (form.get('act')) {
    case 'revoke':
      await caller.do(revokeSession, { sessionId: field('sessionId') })
      return redirect('/akun?sudah=revoked')
    case 'remove-passkey':
      await caller.do(removePasskey, { passkeyId: field('passkeyId') })
      return redirect('/akun?sudah=passkey_removed')
    case 'password': {
      const old = form.has('password') ? { password: field('password') } : {}
      await caller.do(changePassword, { ...old, newPassword: field('newPassword') })
      return redirect('/akun?sudah=changed')
    }
    case 'token': {
      const { token } = await caller.do(makeToken, { label: field('label'), expiresOn: field('expiresOn') })
      return { token }
    }
    case 'revoke-token':
      await caller.do(revokeToken, { tokenId: field('tokenId') })
      return redirect('/akun?sudah=token_revoked')
    default:
      throw refuse('page.not_found', {}, { kind: 'not_found' })
  }
}
