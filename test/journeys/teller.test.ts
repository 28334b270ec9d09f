import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/cities/kediri/demo-accounts.ts'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage, screenshot } from '../browser/index.ts'

/** A member of the demo who comes every Saturday. */
const member = { number: '142', name: 'Wahyu Nugroho' }
const phone = { width: 360, height: 640 }

async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto('/timbang')
  await page.fill('[name=userName]', userName)
  await page.fill('[name=password]', demoPassword)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(/\/timbang(?:\/[0-9a-f-]{36})?$/)
  // A teller of several units chooses one first.
  if (page.url().endsWith('/timbang')) await page.getByRole('link', { name: /Melati/ }).click()
  await page.waitForURL(/\/timbang\/[0-9a-f-]{36}$/)
}

/** The cash that the records say is there, as it stands on the page. */
async function bookedCash(page: Page, selector: string): Promise<string> {
  return /Rp(\d+(?:\.\d{3})*)/.exec(await page.locator(selector).innerText())?.[1] ?? ''
}

const home = (page: Page) => /\/timbang\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''

async function sign(page: Page): Promise<void> {
  const pad = page.locator('.signature-box')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no box to sign in')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  for (let step = 1; step < 30; step += 1)
    await page.mouse.move(box.x + 30 + step * 7, box.y + 60 + 25 * Math.sin(step / 3))
  await page.mouse.up()
}

async function checkPage(page: Page, name: string): Promise<void> {
  // High enough that no bar stands over what axe measures.
  await page.setViewportSize({ width: phone.width, height: 3000 })
  await axe(page)
  await page.setViewportSize({ width: 320, height: phone.height })
  await fitsSideways(page)
  await screenshot(page, `teller-${name}`)
  await page.setViewportSize(phone)
}

describe('a Saturday at the scales', () => {
  let page: Page
  /** Address of the first receipt. */
  let receipt = ''

  beforeAll(async () => {
    page = await newPage(phone)
    await signIn(page, demoAccounts.teller.userName)
  }, 60_000)

  it('opens the day with counted cash; a count that differs wants a reason, and what was typed stays', async () => {
    await checkPage(page, 'closed-day')
    await page.fill('[name=counted]', '1')
    await page.getByRole('button', { name: 'Buka hari' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.inputValue('[name=counted]')).toBe('1')
    await axe(page)
    await page.fill('[name=counted]', await bookedCash(page, '#counted-hint'))
    await page.getByRole('button', { name: 'Buka hari' }).click()
    await page.locator('#q').waitFor()
    await checkPage(page, 'open-day')
  })

  it('takes a known member with three materials in at most 12 taps and 20 seconds', async () => {
    let taps = 0
    const tap = async (target: ReturnType<Page['locator']>) => {
      taps += 1
      await target.click()
    }
    const key = (name: string) => page.locator('.keypad').getByRole('button', { name, exact: true })
    const tile = (name: string) => page.locator('.weigh-tile', { hasText: name })
    const began = performance.now()
    for (const digit of member.number) await tap(key(digit))
    await tap(page.getByRole('button', { name: 'Timbang', exact: true }))
    for (const [material, weight] of [
      ['Botol PET', '2'],
      ['Kardus', '3'],
      ['Plastik campur', '1'],
    ] as const) {
      await tap(tile(material))
      await tap(key(weight))
    }
    expect(await page.locator('.weigh-sum').innerText()).toContain('3 bahan')
    await tap(page.getByRole('button', { name: 'Simpan' }))
    await page.waitForURL(/\/bukti\/[0-9a-f-]{36}\?baru=ya$/)
    const seconds = (performance.now() - began) / 1000
    expect(taps).toBeLessThanOrEqual(12)
    expect(seconds).toBeLessThan(20)
    receipt = page.url().replace('?baru=ya', '')
    const paper = await page.getByRole('article').innerText()
    for (const words of [member.name, 'Botol PET bening', 'Kardus', 'Plastik campur', 'Sudah di server'])
      expect(paper).toContain(words)
    await checkPage(page, 'receipt')
  })

  it('shows line, share and total while weighing, and takes lines back', async () => {
    await page.goto(`${home(page)}/nasabah?q=${member.number}`)
    await page.locator('.weigh-tile', { hasText: 'Kardus' }).click()
    const key = (name: string) => page.locator('.keypad').getByRole('button', { name, exact: true })
    for (const name of ['1', 'Koma', '8']) await key(name).click()
    expect(await page.getByRole('list', { name: 'Yang sudah ditimbang' }).innerText()).toMatch(
      /1,8 kg × Rp1\.100\s+Rp1\.980/,
    )
    await checkPage(page, 'weigh')
    await page.getByRole('button', { name: 'Karung lagi Kardus' }).click()
    await key('2').click()
    expect(await page.locator('.weigh-tile', { hasText: 'Kardus' }).innerText()).toContain('3,8 kg')
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: 'Hapus Kardus' }).first().click()
      expect(await page.locator('.weigh-line').count()).toBe(left)
    }
    await page.getByRole('button', { name: 'Simpan' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Belum ada bahan yang ditimbang')
  })

  it('asks again about 1500 kg, and then wants a second person', async () => {
    await page.goto(`${home(page)}/nasabah?q=${member.number}`)
    await page.locator('.weigh-tile', { hasText: 'Kardus' }).click()
    for (const digit of '1500') await page.locator('.keypad').getByRole('button', { name: digit, exact: true }).click()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: 'Ya, benar' }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('1.500 kg')
    await checkPage(page, 'question')
    await page.getByRole('button', { name: 'Ya, benar' }).click()
    await page.locator('[id="coSign"]').waitFor()
    await checkPage(page, 'second-person')
    expect(await page.locator('.weigh-line').innerText()).toContain('1.500 kg')
    await page.fill('[name="coSign.userName"]', demoAccounts.second.userName)
    await page.fill('[name="coSign.password"]', demoPassword)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.waitForURL(/\/bukti\/[0-9a-f-]{36}\?baru=ya$/)
  })

  it('is sent again after the answer was lost: the same receipt, once', async () => {
    await page.goto(`${home(page)}/nasabah?q=${member.number}`)
    await page.locator('.weigh-tile', { hasText: 'Kaleng' }).click()
    await page.locator('.keypad').getByRole('button', { name: '4', exact: true }).click()
    await page.route('**/setor/**', async (route) => {
      // The server hears and saves; its answer never arrives.
      if (route.request().method() === 'POST') await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Simpan' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Belum terkirim')
    await page.unroute('**/setor/**')
    await checkPage(page, 'offline')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.waitForURL(/\/bukti\/[0-9a-f-]{36}\?baru=ya$/)
    const number = /HD-[A-Z]+-\d{4}-\d{6}/.exec(await page.getByRole('article').innerText())?.[0] ?? ''
    const before = number.replace(/\d{6}$/, (running) => String(Number(running) - 1).padStart(6, '0'))
    await page.goto(`${home(page)}/bukti?q=${before}`)
    expect(await page.getByRole('list', { name: 'Bukti' }).innerText()).toContain('Rp1.402.500')
  })

  it('reverses a deposit with a reason, once', async () => {
    await page.goto(receipt)
    await page.getByRole('link', { name: 'Balik setoran ini' }).click()
    await page.fill('[name=reason]', 'Berat kardus salah ketik')
    await checkPage(page, 'reverse')
    await page.getByRole('button', { name: 'Balik setoran' }).click()
    await page.waitForURL(/\?baru=ya$/)
    await expect.poll(async () => page.getByRole('article').innerText()).toContain('Bukti pembalikan')
    await page.goto(receipt)
    expect(await page.locator('main').innerText()).toContain('Berat kardus salah ketik')
    expect(await page.getByRole('link', { name: 'Balik setoran ini' }).count()).toBe(0)
  })

  it('pays a withdrawal that the member signs for', async () => {
    await page.goto(`${home(page)}/nasabah?q=wahyu`)
    await checkPage(page, 'members')
    await page.getByRole('link', { name: `Tarik tabungan ${member.name}` }).click()
    await page.fill('[name=amount]', '5.000')
    await page.getByRole('button', { name: 'Bayar' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Belum ada tanda tangan')
    expect(await page.inputValue('[name=amount]')).toBe('5.000')
    await sign(page)
    await checkPage(page, 'withdraw')
    await page.getByRole('button', { name: 'Bayar' }).click()
    await page.waitForURL(/\?baru=ya$/)
    await expect.poll(async () => page.getByRole('article').innerText()).toMatch(/Dibayar dari kas\s+Rp5\.000/)
  })

  it('pays a second one too, and refuses what is not there', async () => {
    await page.goto(`${home(page)}/nasabah?q=wahyu`)
    await page.getByRole('link', { name: `Tarik tabungan ${member.name}` }).click()
    await page.fill('[name=amount]', '90.000.000')
    await sign(page)
    await page.getByRole('button', { name: 'Bayar' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Saldo hanya')
    await page.getByRole('link', { name: 'Buat PIN' }).click()
    await page.getByLabel('PIN enam angka').fill('274936')
    await page.getByLabel('PIN sekali lagi').fill('274930')
    await page.getByRole('button', { name: 'Simpan PIN' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('tidak sama')
    await page.getByLabel('PIN enam angka').fill('274936')
    await page.getByLabel('PIN sekali lagi').fill('274936')
    await page.getByRole('button', { name: 'Simpan PIN' }).click()
    await page.fill('[name=amount]', '1.000')
    await page.getByLabel('PIN enam angka').check()
    await page.getByLabel('PIN nasabah').fill('274936')
    await page.getByRole('button', { name: 'Bayar' }).click()
    await page.waitForURL(/\?baru=ya$/)
    await expect.poll(async () => page.getByRole('article').innerText()).toMatch(/Dibayar dari kas\s+Rp1\.000/)
  })

  it('registers a new member by name and year, and shows card and claim code', async () => {
    await page.goto(`${home(page)}/nasabah/baru`)
    await page.fill('[name=fullName]', 'Rumini Prawoto')
    await page.fill('[name=birthYear]', '1980')
    await page.fill('[name=nik]', '3571')
    await page.getByRole('button', { name: 'Daftarkan' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('16 angka')
    expect(await page.inputValue('[name=fullName]')).toBe('Rumini Prawoto')
    await page.fill('[name=nik]', '')
    await page.getByRole('button', { name: 'Daftarkan' }).click()
    await page.getByRole('link', { name: 'Timbang sekarang' }).waitFor()
    expect(await page.locator('.field-card').innerText()).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/)
    await checkPage(page, 'card')
  })

  it('lists receipts and prices, in English too', async () => {
    await page.goto(`${home(page)}/bukti?jenis=withdrawal&urut=amount`)
    expect(await page.getByRole('list', { name: 'Bukti' }).innerText()).toContain(member.name)
    await checkPage(page, 'receipts')
    await page.goto(`${home(page)}/bukti?q=tidakadaorangnya`)
    expect(await page.locator('main').innerText()).toContain('Tidak ada bukti yang cocok')
    await page.goto(`${home(page)}/harga?bahasa=en`)
    expect(await page.getByRole('table').innerText()).toContain('Cardboard')
    await checkPage(page, 'prices')
    await page.goto(`${home(page)}/harga?bahasa=id`)
  })

  it('closes the day: notes are added up, a difference wants its cause, then the recap stands', async () => {
    await page.goto(`${home(page)}/tutup`)
    await page.getByText('Hitung per lembar', { exact: true }).click()
    await page.getByLabel('Rp1.000', { exact: true }).fill('3')
    expect(await page.inputValue('[name=counted]')).toBe('3000')
    await page.getByRole('button', { name: 'Tutup hari' }).click()
    await page.getByRole('alert').waitFor()
    await checkPage(page, 'close')
    await page.fill('[name=counted]', await bookedCash(page, '.field-sum b'))
    await page.getByRole('button', { name: 'Tutup hari' }).click()
    await page.waitForURL(/\/rekap\//)
    await expect.poll(async () => page.locator('main').innerText()).toMatch(/Selisih\s+Rp0/)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await checkPage(page, 'recap')
  })
})

describe('without scripts', () => {
  it('weighs with rows of material and weight', async () => {
    const page = await newPage({ ...phone, scripts: false })
    await signIn(page, demoAccounts.other.userName)
    await page.fill('[name=counted]', await bookedCash(page, '#counted-hint'))
    await page.getByRole('button', { name: 'Buka hari' }).click()
    await page.goto(`${home(page)}/nasabah`)
    await page
      .getByRole('link', { name: /^Setor untuk/ })
      .first()
      .click()
    await page.selectOption('[name=m0]', { index: 1 })
    await page.fill('[name=w0]', 'satu')
    await page.locator('.weigh-row').last().waitFor()
    await page.getByRole('button', { name: 'Simpan' }).last().click()
    expect(await page.getByRole('alert').innerText()).toContain('bukan angka')
    expect(await page.inputValue('[name=w0]')).toBe('satu')
    await page.fill('[name=w0]', '1,85')
    await page.getByRole('button', { name: 'Simpan' }).last().click()
    expect(await page.getByRole('article').innerText()).toContain('1,85 kg')
    await page.goto(`${home(page)}/tutup`)
    await page.fill('[name=counted]', await bookedCash(page, '.field-sum b'))
    await page.getByRole('button', { name: 'Tutup hari' }).click()
    expect(await page.locator('main').innerText()).toContain('Hari sudah ditutup')
  })

  it('shows a teller nothing of another unit', async () => {
    const page = await newPage(phone)
    await signIn(page, demoAccounts.teller.userName)
    const mine = home(page)
    const other = await newPage(phone)
    await signIn(other, demoAccounts.other.userName)
    const answer = await other.goto(`${mine}/bukti`)
    expect(answer?.status()).toBe(403)
  })
})
