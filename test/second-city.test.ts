import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contoh } from '../src/cities/contoh/index.ts'
import { kediri } from '../src/cities/kediri/index.ts'
import { findPlace } from '../src/capabilities/places/index.ts'
import { verify } from '../src/kernel/audit/index.ts'
import { openTestCity } from './city.ts'

test('a second, invented city boots on the same program, and every row of it stands', async () => {
  const city = await openTestCity()
  await contoh.seed(city.app, { demo: true, progress: () => undefined })
  await contoh.seed(city.app, { demo: true, progress: () => undefined })
  const [found] = await city.guest.ask(findPlace, { text: 'muara' })
  expect(found?.name).toBe('Muara')
  expect((await verify(city.app)).findings).toEqual([])
})

test('a demo never becomes a city for real', async () => {
  const city = await openTestCity()
  await contoh.seed(city.app, { demo: true, progress: () => undefined })
  const asReal = contoh.seed(city.app, { demo: false, progress: () => undefined })
  await expect(asReal).rejects.toMatchObject({ code: 'operation.key_reused', kind: 'conflict' })
})

test('no word or figure of a real city stands outside its own folder', () => {
  const found: string[] = []
  for (const file of globSync('src/{kernel,capabilities,ui,web,api,cli}/**/*.{ts,tsx,css}')) {
    if (/\.test\.tsx?$/.test(file) || file.startsWith('src/ui/sheet/')) continue
    for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      const code = line.replace(/^\s*(?:\*|\/\/|\/\*\*).*$/, '')
      if (/Kediri|Bujel|Hijau Daun|\b35\.71\b/.test(code)) found.push(`${file}:${index + 1}`)
    }
  }
  expect(found).toEqual([])
  expect(kediri.name).toContain('Kediri')
})
