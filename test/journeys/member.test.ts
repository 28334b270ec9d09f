import { inject } from 'vitest'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoMembers } from '../../src/cities/kediri/demo-accounts.ts'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage, screenshot } from '../browser/index.ts'
import { asTeller } from './as-teller.ts'

const site = inject('site')
const [name, birthYear] = demoMembers[1]
let claimCode: string

beforeAll(async () => {
  const ask = await asTeller()
  const units = await ask<{ rows: { id: string }[] }>('queries/waste_unit.list', {})
  const unitId = units.rows[0]?.id
  const members = await ask<{ rows: { memberId: string }[] }>('queries/member.find', { unitId, search: name })
  const renewed = await ask('operations/member.renew_code', { memberId: members.rows[0]?.memberId })
  claimCode = (renewed as { claimCode: string }).claimCode
})

async function checkPage(page: Page, picture: string): Promise<void> {
  await fitsSideways(page)
  await screenshot(page, `member-${picture}`)
}

describe('a member without e-mail, password or scripts', () => {
  it('claims by code and year of birth, and sees the balance, every line and the receipt', async () => {
    const page = await newPage({ width: 320, scripts: false })
    await page.goto(`${site}/milik`)
    await page.fill('input[name=code]', 'ABCD-2345')
    await page.fill('input[name=birthYear]', String(birthYear))
    await page.click('main button')
    expect(await page.locator('main').innerText()).toContain('tidak cocok')
    expect(await page.inputValue('input[name=birthYear]')).toBe(String(birthYear))

    await page.fill('input[name=code]', claimCode)
    await page.click('main button')
    expect(await page.locator('.figure').innerText()).toMatch(/Rp[\d.]+/)
    await checkPage(page, 'balance')
    await page.click('a.figure')
    await checkPage(page, 'lines')
    await page.locator('main table a').first().click()
    expect(await page.locator('main').innerText()).toContain(name)
    await checkPage(page, 'receipt')
    await page.goto(`${site}/milik/pesan`)
    expect(await page.locator('main').innerText()).toContain('Saldo Anda')
    await page.goto(`${site}/milik/pin`)
    await page.fill('input[name=pin]', '123456')
    await page.click('main form button')
    expect(await page.locator('main').innerText()).toContain('terlalu mudah ditebak')
    await page.fill('input[name=pin]', '204060')
    await page.click('main form button')
    expect(await page.locator('main').innerText()).toContain('PIN tersimpan')
  })

  it('finds these pages readable by every means, in English too', async () => {
    const page = await newPage({ width: 320 })
    await page.goto(`${site}/milik?bahasa=en`)
    expect(await page.title()).toContain('Open my page')
    await axe(page)
    await page.goto(`${site}/?bahasa=id`)
    await axe(page)
    await fitsSideways(page)
  })
})

it('whoever scans a receipt or a card learns nothing of whose it is', async () => {
  const ask = await asTeller()
  const units = await ask<{ rows: { id: string }[] }>('queries/waste_unit.list', {})
  const unitId = units.rows[0]?.id
  const wanted = { unitId, search: name, kind: 'deposit', size: 1 }
  const receipts = await ask<{ rows: { id: string }[] }>('queries/receipt.list', wanted)
  const receipt = await ask<{ token: string; number: string }>('queries/receipt.get', {
    receiptId: receipts.rows[0]?.id,
  })
  const page = await newPage({ width: 320 })
  await page.goto(`${site}/b/${receipt.token}`)
  const shown = await page.content()
  expect(shown).toContain(receipt.number)
  expect(shown).toContain('Data contoh')
  for (const word of name.split(' ')) expect(shown).not.toContain(word)
  expect(shown).not.toMatch(/Saldo/)
  await axe(page)
  await fitsSideways(page)
  const [known, unknown] = await Promise.all([
    fetch(`${site}/k/aaaaaaaaaaaaaaaaaaaaaaaaaa`),
    fetch(`${site}/b/aaaaaaaaaaaaaaaaaaaaaaaaaa`),
  ])
  expect([known.status, unknown.status]).toEqual([200, 404])
})

it.each(['/b/salah', '/klaim/salah', '/undian/salah', '/harga/salah', '/angka/salah'])(
  'whoever mistypes %s is told that there is no such page',
  async (path) => {
    const answer = await fetch(`${site}${path}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('dibetulkan')
  },
)
