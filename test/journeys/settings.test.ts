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
  await page.setViewportSize({ width: 768, height: 1024 })
  await fitsSideways(page)
  await screenshot(page, `manager-${name}-medium`)
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

async function signIn(userName: string): Promise<void> {
  page = await newPage(wide)
  await page.goto('/kelola')
  await page.fill('[name=userName]', userName)
  await page.fill('[name=password]', demoPassword)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(/\/kelola$/)
}

beforeAll(() => signIn(demoAccounts.admin.userName), 60_000)

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
    await expect.poll(async () => page.locator('#daftar-harga tbody tr').count()).toBe(2)
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

  it('asks before a file takes prices away, without the file being chosen again', async () => {
    await page.goto(unit)
    const form = formWith('Simpan daftar harga')
    const names = await form
      .locator('[name^="p."]')
      .evaluateAll((inputs) => inputs.map((each) => each.getAttribute('name')))
    await form.locator('[name=validFrom]').fill('2026-02-10')
    for (const name of names.slice(0, 4)) await form.locator(`[name="${name}"]`).fill('9000')
    await send('Simpan daftar harga')
    await page.waitForURL(/tersimpan/)
    await page.goto(unit)
    const file = formWith('Impor')
    await file.locator('[name=validFrom]').fill('2026-03-01')
    const buffer = Buffer.from('Bahan;Harga\nBotol PET bening;9000\n')
    await file.locator('[name=file]').setInputFiles({ name: 'harga.csv', mimeType: 'text/csv', buffer })
    await send('Impor')
    const asked = await page.locator('#impor [role=alert]').innerText()
    expect(asked).toMatch(/[34] dari 4 bahan/)
    await checkPage('left-out')
    await page.locator('#impor').getByRole('button', { name: 'Ya, benar' }).click()
    await page.waitForURL(/tersimpan/)
    await expect.poll(async () => page.locator('#daftar-harga tbody tr').count()).toBe(4)
  })

  it('a list is withdrawn with a reason, and asked once more', async () => {
    await page.goto(unit)
    const form = formWith('Batalkan daftar')
    await form.locator('[name=listId]').selectOption({ index: 1 })
    await form.locator('[name=reason]').fill('Berkas yang salah')
    await send('Batalkan daftar')
    expect(await page.locator('#batalkan [role=alert]').innerText()).toContain('10 Februari 2026')
    await checkPage('withdraw')
    await page.locator('#batalkan').getByRole('button', { name: 'Ya, benar' }).click()
    await page.waitForURL(/tersimpan/)
    await expect.poll(async () => page.locator('#daftar-harga').innerText()).toContain('dibatalkan')
  })

  it('an import without a file asks for one', async () => {
    await page.goto(unit)
    const form = formWith('Impor')
    await form.evaluate((element) => element.setAttribute('novalidate', ''))
    await form.locator('[name=validFrom]').fill('2026-03-01')
    await send('Impor')
    expect(await page.locator('#impor .error-summary').innerText()).toContain('Pilih berkas')
  })

  it('says that its first deposit would be refused, until a line can be shared', async () => {
    await page.goto('/kelola')
    const row = page.locator('#unit-belum-siap tbody tr', { hasText: 'Bank Sampah Kenanga' })
    expect(await row.innerText()).toContain('aturan bagi hasil')
    await checkPage('overview-unready')
    await row.getByRole('link').click()
    await page.getByRole('link', { name: 'Atur bagi hasil' }).waitFor()
    const form = formWith('Simpan aturan')
    await form.locator('[name=sharingFrom]').fill('2026-01-06')
    await form.locator('[name=part]').fill('150')
    await send('Simpan aturan')
    expect(await page.locator('#bagi .error-summary').innerText()).toContain('0% sampai 100%')
  })

  it('says how a line is shared, and from when', async () => {
    await page.goto(unit)
    const form = formWith('Simpan aturan')
    await form.locator('[name=sharingFrom]').fill('2026-01-06')
    await form.locator('[name=part]').fill('80')
    await send('Simpan aturan')
    await page.waitForURL(/tersimpan/)
    await expect.poll(async () => page.locator('main').innerText()).toMatch(/80\s?%/)
    expect(await page.getByRole('link', { name: 'Atur bagi hasil' }).count()).toBe(0)
    await page.goto('/kelola/bahan')
    await formWith('Tambah bahan').waitFor()
  })
})

describe('the old member book', () => {
  const book = 'BUKU NASABAH;;\nNo;Nama;Tahun Lahir\n7007;=Suminah Asri;1957\n7008;Paidi Utomo;58\n7009;Kasmini Tua;\n'

  async function upload(text: string, name = 'buku.csv'): Promise<void> {
    const buffer = Buffer.from(text)
    await page.locator('#impor [name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await send('Impor nasabah')
  }

  beforeAll(async () => {
    await signIn(demoAccounts.manager.userName)
    await page.goto('/kelola/unit?cari=hijau')
    await page.locator('#unit tbody a').first().click()
    await page.getByRole('link', { name: 'Nasabah', exact: true }).click()
    await page.waitForURL(/nasabah$/)
  }, 60_000)

  it('goes in whole or not at all, and each row that is wrong is named by its line', async () => {
    await upload(book)
    const alert = await page.locator('#impor [role=alert]').innerText()
    expect(alert).toContain('Tidak ada nasabah yang masuk')
    expect(alert).toMatch(/Baris 4, kolom Tahun Lahir/)
    await checkPage('book-refused')
  })

  it('or the rows that are right, without the formula before a name', async () => {
    await page.getByLabel('Masukkan baris yang benar saja').check()
    await upload(book)
    const said = await page.locator('#impor').innerText()
    expect(said).toContain('1 nasabah masuk')
    expect(said).toMatch(/Baris 5: /)
    expect(said).toContain('Tanda rumus di depan nama dihapus')
    await checkPage('book')
    await page.fill('[name=cari]', 'suminah asri')
    await page.getByRole('button', { name: 'Cari', exact: true }).click()
    expect(await page.locator('#nasabah tbody tr').count()).toBe(1)
    expect(await page.locator('#nasabah tbody').innerText()).toContain('7007')
  })

  it('is no PDF under another name', async () => {
    await upload('%PDF-1.7 not a table', 'buku.xlsx')
    await page.locator('#impor .error-summary').waitFor()
  })
})

it('the order of materials on the scales is set by numbers', async () => {
  await page.goto('/kelola/unit?cari=hijau')
  await page.locator('#unit tbody a').first().click()
  const first = page.locator('#urutan [name^="o."]').first()
  const name = await first.getAttribute('name')
  await first.fill('99')
  await send('Simpan urutan')
  await page.waitForURL(/tersimpan/)
  expect(await page.locator('#urutan [name^="o."]').last().getAttribute('name')).toBe(name)
})

it('every other page of a manager can be read on a small phone', async () => {
  await page.goto('/kelola/unit?cari=hijau')
  await page.locator('#unit tbody a').first().click()
  const unit = new URL(page.url()).pathname
  for (const [name, path] of [
    ['days', `${unit}/hari`],
    ['receipts', `${unit}/bukti`],
    ['members', `${unit}/nasabah`],
    ['materials', '/kelola/bahan'],
    ['users', '/kelola/pengguna'],
  ] as const) {
    await page.goto(path)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1)
    await checkPage(name)
  }
  await page.goto(`${unit}?bahasa=en`)
  await checkPage('unit-en')
  await page.goto('/kelola/bahan?bahasa=en')
  expect(await page.locator('#bahan tbody').innerText()).toMatch(/Glass[^]*Paper/)
  await checkPage('materials-en')
  await page.goto('/kelola?bahasa=id')
})

it('a manager of one unit sees no form that only the city may send', async () => {
  for (const [path, button] of [
    ['/kelola/unit', 'Tambah unit'],
    ['/kelola/bahan', 'Tambah bahan'],
    ['/kelola/bahan', 'Tutup'],
  ] as const) {
    await page.goto(path)
    expect(await page.getByRole('button', { name: button, exact: true }).count()).toBe(0)
  }
  await page.goto('/kelola/unit?cari=hijau')
  await page.locator('#unit tbody a').first().click()
  await formWith('Simpan daftar harga').waitFor()
  expect(await page.locator('#tutup').count()).toBe(0)
})

describe('users', () => {
  it('a manager of one unit is offered its place and no duty beyond their own', async () => {
    await page.goto('/kelola/pengguna')
    const places = await page.locator('#tambah [name=placeId] option').allInnerTexts()
    expect(places.slice(1)).toEqual([expect.stringContaining('Hijau Daun')])
    const roles = await page.locator('#tambah [name=role] option').allInnerTexts()
    expect(roles.slice(1)).toEqual(['Petugas timbang', 'Pengurus bank sampah'])
    await page.locator('nav').getByRole('link', { name: 'Unit', exact: true }).first().waitFor()
  })

  it('the one-time password is seen and heard where the form was sent', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    const form = formWith('Tambah pengguna')
    await form.locator('[name=displayName]').fill('Sulastri Baru')
    await form.locator('[name=userName]').fill('sulastri.baru')
    await form.locator('[name=role]').selectOption({ index: 1 })
    await form.locator('[name=placeId]').selectOption({ index: 1 })
    await send('Tambah pengguna')
    const notice = page.locator('#tambah [role=status]')
    await notice.waitFor()
    const box = await notice.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
    expect(await notice.evaluate((element) => element.parentElement === document.activeElement)).toBe(true)
    await screenshot(page, 'manager-one-time')
    await page.setViewportSize(wide)
    await checkPage('user-added')
  })

  it('are sorted by name', async () => {
    await page.goto('/kelola/pengguna?urutan=-name')
    const names = await page.locator('#pengguna tbody th').allInnerTexts()
    expect(names).toEqual(names.toSorted((one, other) => other.toLowerCase().localeCompare(one.toLowerCase())))
    await page.goto('/kelola/pengguna?bahasa=en')
    await checkPage('users-en')
    await page.goto('/kelola/pengguna?bahasa=id')
  })

  it('an account is closed only after one more question', async () => {
    await page.getByRole('link', { name: 'Sulastri Baru' }).click()
    await page.waitForURL(/pengguna\/[0-9a-f-]{36}$/)
    await checkPage('user')
    await send('Tutup akun ini')
    const question = page.locator('#tutup [role=alert]')
    expect(await question.innerText()).toContain('Tutup akun Sulastri Baru?')
    await checkPage('user-close')
    await question.getByRole('button', { name: 'Ya, tutup akun ini' }).click()
    await page.waitForURL(/tersimpan/)
    await page.goto('/kelola/pengguna?keadaan=closed')
    expect(await page.locator('#pengguna').innerText()).toContain('Sulastri Baru')
  })
})
