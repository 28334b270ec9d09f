import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { anAdmin, PASSWORD } from '../../src/kernel/sign-in/testing.ts'
import { ensureBuild } from '../../src/web/build.ts'
import { cityServices } from '../../src/web/pages/sign-in/testing.ts'
import { startWeb } from '../../src/web/start-web.ts'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage } from '../browser/index.ts'
import { openTestCity } from '../city.ts'

const city = await openTestCity()
const root = path.resolve(import.meta.dirname, '../..')
const services = cityServices(city)
const web = await startWeb({ root, build: await ensureBuild(root), host: '127.0.0.1', port: 0, services })
// A passkey belongs to a name, and an address of four numbers is none.
const site = web.url.replace('127.0.0.1', 'localhost')
const { userName } = await anAdmin(city, '081234567890')

afterAll(async () => {
  const closed = new Promise((resolve) => web.server.close(resolve))
  web.server.closeAllConnections()
  await closed
})

/** The authenticator of a phone that knows the finger of its owner. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function look(page: Page): Promise<void> {
  await fitsSideways(page)
  await axe(page)
}

it.each([
  [320, 'id'],
  [768, 'en'],
  [1440, 'id'],
] as const)('password, code, passkey and account at %d pixels, %s', async (width, locale) => {
  const page = await newPage({ width, locale })
  const first = page.locator('main button').first()
  await page.goto(`${site}/masuk/kode`)
  await page.fill('#phone', '0812-3456-7890')
  await first.click()
  await page.waitForSelector('#code')
  await look(page)
  await page.goto(`${site}/kotak-surat`)
  await look(page)

  await page.goto(`${site}/masuk?lanjut=/akun`)
  await look(page)
  await page.fill('#userName', userName)
  await page.fill('#password', 'salah')
  await first.click()
  await page.waitForSelector('.error-summary')
  await look(page)
  await page.fill('#password', PASSWORD)
  await first.click()
  await page.waitForURL(`${site}/akun`)

  await giveAuthenticator(page)
  await page.goto(`${site}/akun/kunci-sandi`)
  await look(page)
  await page.fill('#label', 'HP saya')
  await first.click()
  await page.waitForURL(`${site}/akun?sudah=passkey_added`)
  await look(page)
  await page.goto(`${site}/masuk/ulang?lanjut=/akun`)
  await look(page)
  await page.goto(`${site}/akun`)
  await page.locator('form[action="/keluar"] button').click()
  await page.waitForURL(`${site}/`)

  await page.goto(`${site}/masuk/kunci-sandi?lanjut=/akun`)
  await look(page)
  await first.click()
  await page.waitForURL(`${site}/akun`)
  await expect.poll(async () => page.locator('h1').innerText()).toBe('Siti Contoh')
})
