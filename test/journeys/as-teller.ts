import { inject } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/cities/kediri/demo-accounts.ts'

/** The demo's teller by the doors of a page: signs in by the form, then asks and does over the API with the cookie. */
export async function asTeller(): Promise<<R>(door: string, input: object) => Promise<R>> {
  const site = inject('site')
  const body = new URLSearchParams({ userName: demoAccounts.teller.userName, password: demoPassword, next: '/' })
  const answer = await fetch(`${site}/masuk`, { method: 'POST', body, redirect: 'manual', headers: { origin: site } })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return async <R>(door: string, input: object) => {
    const init = { method: 'POST', headers: { cookie, origin: site }, body: JSON.stringify(input) }
    const { result, error } = (await (await fetch(`${site}/api/${door}`, init)).json()) as { result: R; error?: object }
    if (error) throw new Error(JSON.stringify(error))
    return result
  }
}
