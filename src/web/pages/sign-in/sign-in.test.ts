import { beforeEach, describe, expect, it } from 'vitest'
import { openTestCity, SATURDAY } from '../../../../test/city.ts'
import { addMinutes } from '../../../kernel/clock/index.ts'
import { resetPassword, SESSION_COOKIE } from '../../../kernel/sign-in/index.ts'
import { anAdmin, PASSWORD } from '../../../kernel/sign-in/testing.ts'
import { cityWeb, visitor } from './testing.ts'

const city = await openTestCity()
const web = await cityWeb(city)

beforeEach(() => city.clock.set(SATURDAY))

async function signedIn() {
  const admin = await anAdmin(city)
  const siti = visitor(web)
  await siti.post('/masuk', { userName: admin.userName, password: PASSWORD, next: '/' })
  return { ...admin, siti }
}

const idsIn = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map((match) => match[1] ?? '')

describe('signing in', () => {
  it('draws a form without a byte of script, and goes on to where the reader wanted to go', async () => {
    const { userName } = await anAdmin(city)
    const siti = visitor(web)
    const { html, status } = await siti.get('/masuk?lanjut=/akun')
    expect(status).toBe(200)
    expect(html).not.toContain('<script')
    expect(html).toContain('name="next" value="/akun"')
    const answer = await siti.post('/masuk', { userName, password: PASSWORD, next: '/akun' })
    expect(answer).toMatchObject({ status: 302, to: '/akun' })
    expect((await siti.get('/akun')).html).toContain('Siti Contoh')
    expect((await siti.get('/masuk?lanjut=/akun')).to).toBe('/akun')
  })

  it('refuses in words, keeps the name and not the password', async () => {
    const siti = visitor(web)
    const answer = await siti.post('/masuk?bahasa=en', {
      userName: 'siapa',
      password: 'rahasia sekali',
      next: '//evil.example',
    })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('does not match')
    expect(answer.html).toContain('value="siapa"')
    expect(answer.html).not.toContain('rahasia sekali')
    expect(siti.jar.has(SESSION_COOKIE)).toBe(false)
  })

  it('never leads to another site', async () => {
    const { userName } = await anAdmin(city)
    const answer = await visitor(web).post('/masuk', { userName, password: PASSWORD, next: '//evil.example' })
    expect(answer.to).toBe('/kerja')
  })

  it('begins on the page of one’s duties, and nowhere before signing in', async () => {
    const { siti } = await signedIn()
    expect((await siti.get('/kerja')).to).toBe('/kelola')
    expect((await siti.get('/masuk')).to).toBe('/kerja')
    expect((await visitor(web).get('/kerja')).to).toBe('/masuk')
  })

  it('tells how long to wait', async () => {
    const siti = visitor(web)
    const guess = () => siti.post('/masuk', { userName: 'tebak', password: 'x', next: '/' })
    for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(422)
    const answer = await guess()
    expect(answer.status).toBe(429)
    expect(answer.html).toContain('Tunggu 1 menit')
  })

  it('asks for a new password in exchange for a one-time one', async () => {
    const { userName, userId } = await anAdmin(city)
    const manager = await city.userWith({ roles: ['city_admin'] })
    const { oneTimePassword: password } = await manager.do(resetPassword, { userId })
    const siti = visitor(web)
    const asked = await siti.post('/masuk', { userName, password, next: '/' })
    expect(asked.status).toBe(409)
    expect(asked.html).toContain('name="newPassword"')
    const done = await siti.post('/masuk', { userName, password, newPassword: PASSWORD, next: '/' })
    expect(done.status).toBe(302)
  })

  it('sets cookies that no script reads; over https they never travel in the clear', async () => {
    const { userName } = await anAdmin(city)
    const body = new URLSearchParams({ userName, password: PASSWORD, next: '/' })
    const send = (origin: string) => web.request(`${origin}/masuk`, { method: 'POST', body, headers: { origin } })
    const secure = (await send('https://daha.example')).headers
      .getSetCookie()
      .find((set) => set.startsWith(SESSION_COOKIE))
    expect(secure).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
    const plain = (await send('http://localhost')).headers.getSetCookie().find((set) => set.startsWith(SESSION_COOKIE))
    expect(plain).toMatch(/; HttpOnly; SameSite=Lax$/)
  })
})

describe('one’s own account', () => {
  it('is for who has signed in', async () => {
    expect((await visitor(web).get('/akun')).to).toBe('/masuk?lanjut=%2Fakun')
    expect((await visitor(web).get('/masuk/ulang')).to).toBe('/masuk?lanjut=%2Fakun')
    expect((await visitor(web).get('/akun/kunci-sandi')).status).toBe(403)
  })

  it('shows devices and ends one of them', async () => {
    const { siti, userName } = await signedIn()
    const lost = visitor(web)
    await lost.post('/masuk', { userName, password: PASSWORD, next: '/' })
    const { html } = await siti.get('/akun')
    expect(html).toContain('Firefox, Linux')
    const [sessionId = ''] = idsIn(html, 'sessionId')
    expect(await siti.post('/akun', { act: 'revoke', sessionId })).toMatchObject({ to: '/akun?sudah=revoked' })
    expect((await lost.get('/akun')).to).toBe('/masuk?lanjut=%2Fakun')
    expect(lost.jar.has(SESSION_COOKIE)).toBe(false)
    expect((await siti.get('/akun?sudah=revoked')).html).toContain('sudah dikeluarkan')
    expect((await siti.get('/akun?sudah=toString')).status).toBe(200)
  })

  it('asks for the password again before a grave act, and comes back', async () => {
    const { siti } = await signedIn()
    city.clock.set(addMinutes(SATURDAY, 6))
    const token = { act: 'token', label: 'Ekspor', expiresOn: '2026-12-31' }
    expect((await siti.post('/akun', token)).to).toBe('/masuk/ulang?lanjut=%2Fakun')
    expect((await siti.post('/masuk/ulang', { password: 'salah', next: '/akun' })).status).toBe(422)
    expect((await siti.post('/masuk/ulang', { password: PASSWORD, next: '/akun' })).to).toBe('/akun')
    const made = await siti.post('/akun', token)
    const [secret = ''] = /daha_[a-z2-7]{52}/.exec(made.html) ?? []
    expect(secret).not.toBe('')
    const { html } = await siti.get('/akun')
    expect(html).not.toContain(secret)
    expect(html).toContain('Ekspor')
    const [tokenId = ''] = idsIn(html, 'tokenId')
    expect((await siti.post('/akun', { act: 'revoke-token', tokenId })).to).toBe('/akun?sudah=token_revoked')
  })

  it('changes the password, or says beside the field why not', async () => {
    const { siti, userName } = await signedIn()
    const bad = await siti.post('/akun', { act: 'password', password: PASSWORD, newPassword: 'pendek' })
    expect(bad.status).toBe(422)
    expect(bad.html).toContain('paling sedikit 10 huruf')
    const change = { act: 'password', password: PASSWORD, newPassword: 'tujuh kapal berlayar' }
    expect((await siti.post('/akun', change)).to).toBe('/akun?sudah=changed')
    const again = await visitor(web).post('/masuk', { userName, password: change.newPassword, next: '/' })
    expect(again.status).toBe(302)
    expect((await siti.post('/akun', { act: 'nonsense' })).status).toBe(404)
  })

  it('signs out by a form and never by a link', async () => {
    const { siti } = await signedIn()
    await siti.get('/keluar')
    expect((await siti.get('/akun')).status).toBe(200)
    expect((await siti.post('/keluar', {})).to).toBe('/')
    expect(siti.jar.has(SESSION_COOKIE)).toBe(false)
    expect((await siti.get('/akun')).to).toBe('/masuk?lanjut=%2Fakun')
  })
})

it('a token in the head of a request acts for its user', async () => {
  const { siti } = await signedIn()
  const made = await siti.post('/akun', { act: 'token', label: 'X', expiresOn: '2026-12-31' })
  const [token = ''] = /daha_[a-z2-7]{52}/.exec(made.html) ?? []
  const ask = (bearer: string) => web.request('/akun/kunci-sandi', { headers: { authorization: `Bearer ${bearer}` } })
  expect((await ask(token)).status).toBe(200)
  expect((await ask(`${token}x`)).status).toBe(403)
})

it('the passkey pages carry their scripts, and say what to do without', async () => {
  const { html } = await visitor(web).get('/masuk/kunci-sandi')
  expect(html).toContain('<script')
  expect(html).toContain('memerlukan JavaScript')
})
