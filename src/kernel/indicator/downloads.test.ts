import { beforeAll, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import type { TestCity } from '../../../test/city.ts'
import { figureDownload, openedDownload } from './downloads.ts'
import { orchardManifest, pick } from './testing.ts'

let city: TestCity
const october = { name: 'apple.weight', from: '2026-10-01' }
const setting = () => ({ locale: 'id' as const, city: city.app.city, publicUrl: 'https://contoh.example' })

beforeAll(async () => {
  city = await openTestCity({ manifests: [orchardManifest] })
  const orchardId = await city.addPlace({ kind: 'orchard', name: '=SUM(A1)' })
  const row = { orchardId, sort: 'red', timeliness: 'same_day' as const, grams: 1250 }
  await city.system.do(pick, {
    rows: [
      ...Array.from({ length: 5 }, () => ({ ...row, pickedOn: '2026-10-01' })),
      { ...row, pickedOn: '2026-10-02' },
    ],
  })
})

it('a table says what it counts, of whom, as of when, and that it is a sample', async () => {
  const figure = await city.guest.ask(figureDownload.query, october)
  const csv = (await figureDownload.formats['csv']?.render(figure, setting()))?.toString() ?? ''
  for (const words of [
    'Berat apel: Seluruh kota',
    'Semua apel yang dipetik.',
    '1 dari 1 melapor',
    'data contoh',
    '7,5',
  ]) {
    expect(csv).toContain(words)
  }
  expect(figureDownload.fileName(figure)).toBe('apple-weight-2026-10-10')
})

it('a small row goes out without its amount, and a name cannot become a formula', async () => {
  const opened = await city.guest.ask(openedDownload.query, october)
  const csv = (await openedDownload.formats['csv']?.render(opened, setting()))?.toString() ?? ''
  expect(csv).toContain('kurang dari 5 catatan')
  expect(csv).toContain(`Akar bukti ${opened.root}`)
  expect(csv).toContain(`'=SUM(A1)`)
  expect(csv).not.toContain('1,25')
  const json: unknown = JSON.parse(
    (await openedDownload.formats['json']?.render(opened, setting()))?.toString() ?? '{}',
  )
  expect(json).toMatchObject({ sample: 'data contoh', n: 6, root: opened.root })
})
