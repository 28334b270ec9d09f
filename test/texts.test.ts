import { globSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { checkTexts, mergeTexts } from '../src/kernel/i18n/index.ts'
import type { Texts } from '../src/kernel/i18n/index.ts'
import { programRegistry } from '../src/cities/program.ts'
import { roleTexts } from '../src/kernel/sign-in/contract.ts'
import { texts as apiTexts } from '../src/api/texts/index.ts'
import { texts as cliTexts } from '../src/cli/texts/index.ts'

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value && typeof value.id === 'object'

test('every catalogue is whole in both languages, and every message of it can be read', async () => {
  let catalogues = 0
  for (const file of globSync('src/**/texts/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue
    const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
    for (const texts of Object.values(module).filter(isTexts)) {
      catalogues += 1
      expect([file, checkTexts(texts)]).toEqual([file, []])
    }
  }
  expect(catalogues).toBeGreaterThan(15)
})

test('every refusal that the program can give has words', () => {
  const texts = mergeTexts(
    apiTexts,
    cliTexts,
    ...programRegistry().manifests.flatMap((manifest) => manifest.texts ?? []),
  )
  const missing = new Set<string>()
  let seen = 0
  for (const file of globSync('src/**/*.{ts,tsx}')) {
    if (/\.test\.tsx?$|testing\.tsx?$/.test(file)) continue
    for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(
      /\b(?:refuse|confirm)\(\s*'([a-z_]+\.[a-z_.]+)'/g,
    )) {
      seen += 1
      if (!(`refusal.${code}` in texts.id)) missing.add(`${code} in ${file}`)
    }
  }
  expect([...missing]).toEqual([])
  expect(seen).toBeGreaterThan(100)
})

test('every role that holds a permission has a name', () => {
  const roles = new Set(
    programRegistry().manifests.flatMap(({ permissions }) => Object.values(permissions ?? {}).flat()),
  )
  const nameless = [...roles].filter((role) => !(`role.${role}` in roleTexts.id))
  expect([roles.size > 5, nameless]).toEqual([true, []])
})
