import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/cities/kediri/demo-accounts.ts'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage, screenshot } from '../browser/index.ts'

const wide = { width: 1440, height: 900 }
let page: Page

async function checkPage(name: string): Promise<void> {
  await axe(page)
  await screenshot(page, `manager-${name}-wide`)
  await page.setViewportSize({ width: 320, height: 800 })
  await fitsSideways(page)
  await screenshot(page, `manager-${name}`)
  await page.setViewportSize(wide)
}

/** The form that is sent by this button. */
const formWith = (button: string) =>
  page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) })

async function send(button: string): Promise<void> {
  await formWith(button).getByRole('button', { name: button, exact: true }).click()
}

async function setPrice(validFrom: string, rupiah: string): Promise<void> {
  const form = formWith('Simpan daftar harga')
  await form.locator('[name=validFrom]').fill(validFrom)
  await form.locator('[name^="p."]').first().fill(rupiah)
  await send('Simpan daftar harga')
}

beforeAll(async () => {
  page = await newPage(wide)
  await page.goto('/kelola')
  await page.fill('[name=userName]', demoAccounts.admin.userName)
  await page.fill('[name=password]', demoPassword)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(/\/kelola$/)
}, 60_000)

describe('a second unit joins without a developer', () => {
  let unit = ''

  it('is added in its kelurahan', async () => {
    await checkPage('overview')
    await page.goto('/kelola/unit')
    await checkPage('units')
    const form = formWith('Tambah unit')
    await form.locator('[name=kelurahanId]').selectOption({ index: 1 })
    await form.locator('[name=name]').fill('Bank Sampah Kenanga')
    await form.locator('[name=code]').fill('kng')
    await form.locator('[name=openedOn]').fill('2026-01-05')
    await send('Tambah unit')
    await page.waitForURL(/\/kelola\/unit\/[0-9a-f-]{36}\?tersimpan/)
    unit = new URL(page.url()).pathname
    await page.goto('/kelola/unit?cari=kenanga')
    expect(await page.locator('#unit tbody tr').count()).toBe(1)
  })

  it('gets its first prices, and a jump is asked again in words', async () => {
    await page.goto(unit)
    await setPrice('2026-01-06', '2.000')
    await page.waitForURL(/tersimpan/)
    await checkPage('unit')
    await setPrice('2026-02-01', '9000')
    const asked = await page.getByRole('alert').innerText()
    expect(asked).toContain('2.000')
    expect(asked).toContain('9.000')
    await checkPage('jump')
    await page.getByRole('button', { name: 'Ya, benar' }).click()
    await page.waitForURL(/tersimpan/)
    expect(await page.locator('#daftar-harga tbody tr').count()).toBe(2)
  })

  it.each([
    ['no table at all', 'harga.xlsx', '%PDF-1.7 not a table'],
    ['a material that the city does not know', 'harga.csv', 'Bahan;Harga\nEmas batangan;Rp 3.500\n'],
    ['a price that is no number', 'harga.csv', 'Bahan;Harga\nEmas batangan;banyak\n'],
  ])('takes no price file with %s', async (_what, name, text) => {
    await page.goto(unit)
    const form = formWith('Impor')
    await form.locator('[name=validFrom]').fill('2026-03-01')
    await form.locator('[name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await send('Impor')
    await page.locator('#impor [role=alert], #impor .error-summary').first().waitFor()
    await page.goto(unit)
    expect(await page.locator('#daftar-harga tbody tr').count()).toBe(2)
  })

  it('says how a line is shared, and from when', async () => {
    await page.goto(unit)
    const form = formWith('Simpan aturan')
    await form.locator('[name=sharingFrom]').fill('2026-01-06')
    await form.locator('[name=part]').fill('80')
    await send('Simpan aturan')
    await page.waitForURL(/tersimpan/)
    expect(await page.locator('main').innerText()).toMatch(/80\s?%/)
  })
})

it('every other page of a manager can be read on a small phone', async () => {
  await page.goto('/kelola/unit?cari=hijau')
  await page.locator('#unit tbody a').first().click()
  const unit = new URL(page.url()).pathname
  for (const [name, path] of [
    ['days', `${unit}/hari`],
    ['receipts', `${unit}/bukti`],
    ['materials', '/kelola/bahan'],
    ['users', '/kelola/pengguna'],
  ] as const) {
    await page.goto(path)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1)
    await checkPage(name)
  }
  await page.locator('#pengguna tbody a').first().click()
  await page.waitForURL(/pengguna\/[0-9a-f-]{36}$/)
  await checkPage('user')
})
