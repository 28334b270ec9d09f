import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/cities/kediri/demo-accounts.ts'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage, screenshot } from '../browser/index.ts'

const receiptNumber = /[A-Z]{2}-[A-Z]-\d{4}-\d{6}/
const wide = { width: 1200, height: 900 }
let page: Page

async function checkPage(name: string): Promise<void> {
  await axe(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await fitsSideways(page)
  await screenshot(page, `evidence-${name}`)
  await page.setViewportSize(wide)
}

beforeAll(async () => {
  page = await newPage(wide)
}, 60_000)

describe('from a figure to its proof', () => {
  let claimUrl = ''

  it('a figure is asked by place and opened, by anybody and without a script', async () => {
    await page.goto('/angka')
    await page.getByRole('link', { name: 'Berat sampah yang disetor' }).click()
    expect(await page.locator('script').count()).toBe(0)
    await checkPage('figure')
    const units = page.getByLabel('Tempat').getByRole('option', { name: /Hijau Daun/ })
    await page.getByLabel('Tempat').selectOption((await units.first().getAttribute('value')) ?? '')
    await page.getByRole('button', { name: 'Tampilkan' }).click()
    await page.locator('a.figure').click()
    await page.waitForURL(/\/buka/)
    await expect.poll(async () => page.locator('#baris tbody tr').count()).toBeGreaterThan(3)
    await checkPage('opened')
  })

  it('the team makes a claim of it', async () => {
    await page.goto('/kelola/klaim')
    await page.fill('[name=userName]', demoAccounts.team.userName)
    await page.fill('[name=password]', demoPassword)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.waitForURL(/\/kelola\/klaim$/)
    await checkPage('claims')
    await page.getByRole('link', { name: 'Buat klaim' }).first().click()
    await page.fill('[name=textId]', 'Bank sampah mengumpulkan sampah terpilah.')
    await page.fill('[name=textEn]', 'The waste banks collected [angka] of sorted waste.')
    await page.getByRole('button', { name: 'Buat klaim' }).click()
    expect(await page.locator('main').innerText()).toContain('tepat satu kali')
    await checkPage('new-claim')
    await page.fill('[name=textId]', 'Bank sampah mengumpulkan [angka] sampah terpilah.')
    await page.getByRole('button', { name: 'Buat klaim' }).click()
    await page.waitForURL(/\/kelola\/klaim\/[a-z2-7]{26}$/)
    await expect.poll(async () => page.locator('main').innerText()).toMatch(/mengumpulkan [\d.,]+ kg sampah/)
    claimUrl = page.url().replace('/kelola', '')
  })

  it('its records are checked, and some drawn by a seed that everybody sees', async () => {
    await page.getByRole('button', { name: 'Periksa catatannya' }).click()
    await page.getByText('masih seperti waktu dikunci').waitFor()
    await checkPage('claim-at-work')
    await page.fill('[name=k]', '5')
    await page.fill('[name=seed]', '4-2-6-1')
    await page.getByRole('button', { name: 'Undi', exact: true }).click()
    await page.waitForURL(/\/undian\//)
    await expect.poll(async () => page.locator('#terundi tbody tr').count()).toBe(5)
    expect(await page.locator('main').innerText()).toContain('4-2-6-1')
    await checkPage('draw')
  })

  it('every rung says the same root: reviewer, officer and public', async () => {
    await page.goto(claimUrl.replace('/klaim', '/kelola/klaim'))
    await page.locator('#undian').getByRole('link').last().click()
    await page.waitForURL(/catatan\?undian=/)
    await expect.poll(async () => page.locator('#catatan tbody tr').count()).toBe(5)
    const root = await page.locator('main strong').nth(1).innerText()
    expect(root).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/)
    expect(await page.locator('#catatan').innerText()).toContain('•••')
    expect(await page.locator('#catatan').innerText()).toMatch(receiptNumber)
    await checkPage('pinned')
    await page.goto('/kelola/angka/waste.weight')
    expect(await page.locator('main').innerText()).toContain(root)
    await checkPage('officer')
    const receipt = page.locator('#catatan').getByRole('link').first()
    const number = await receipt.innerText()
    expect(number).toMatch(receiptNumber)
    await receipt.click()
    await expect.poll(async () => page.getByRole('article').innerText()).toContain(number)
    await page.goto('/angka/waste.weight/buka')
    expect(await page.locator('main').innerText()).toContain(root)
  })

  it('whoever holds the paper learns whether it is the record', async () => {
    await page.goto(claimUrl)
    await checkPage('claim')
    const href = await page.getByRole('link', { name: /Unduh lembar klaim/ }).getAttribute('href')
    const pdf = await (await page.request.get(new URL(href ?? '', claimUrl).href)).body()
    const hand = async (buffer: Buffer) => {
      await page.setInputFiles('[name=file]', { name: 'klaim.pdf', mimeType: 'application/pdf', buffer })
      await page.getByRole('button', { name: 'Periksa' }).click()
      return page.locator('#periksa, [aria-labelledby=periksa]').first().innerText()
    }
    expect(await hand(pdf)).toContain('Ya. Berkas ini sama')
    expect(await hand(Buffer.concat([pdf, Buffer.from('\n')]))).toContain('Tidak. Berkas ini bukan')
  })

  it('a withdrawn claim says so, and why', async () => {
    await page.goto(claimUrl.replace('/klaim', '/kelola/klaim'))
    await page.fill('[name=reason]', 'Dicoba dalam pemeriksaan')
    await page.getByRole('button', { name: 'Cabut klaim' }).click()
    await page.getByText('Dicoba dalam pemeriksaan').waitFor()
    await page.goto(claimUrl)
    expect(await page.locator('main').innerText()).toContain('Dicoba dalam pemeriksaan')
  })
})
