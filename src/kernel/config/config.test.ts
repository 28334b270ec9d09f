import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, settingsDoc, WrongSettings } from './index.ts'
import { settings } from './settings.ts'

const city = {
  DATABASE_URL: 'postgres://daha:canary-word@db:5432/daha',
  DATABASE_ADMIN_URL: 'postgres://daha_owner:canary-word@db:5432/daha',
  DAHA_KEYS: '/etc/daha/keys.json',
  PUBLIC_URL: 'https://daha.example/',
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems
    throw error
  }
}

test('without any setting it is a demo of this machine only', () => {
  expect(readConfig({ PATH: '/bin', PORT: ' ' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve(import.meta.dirname, '../../../data'),
    keysFile: resolve(import.meta.dirname, '../../../data/keys.json'),
    databaseUrl: undefined,
    databaseAdminUrl: undefined,
    publicUrl: 'http://localhost:3000',
    city: 'kediri',
    logLevel: 'info',
    mode: 'production',
    demo: true,
    production: false,
  })
})

test('a demo listens elsewhere only when HOST says so', () => {
  expect(readConfig({ HOST: '0.0.0.0', PORT: '0' })).toMatchObject({ demo: true, host: '0.0.0.0', port: 0 })
})

test('a city in production', () => {
  expect(readConfig(city)).toMatchObject({
    demo: false,
    production: true,
    host: '0.0.0.0',
    databaseUrl: city.DATABASE_URL,
    databaseAdminUrl: city.DATABASE_ADMIN_URL,
    keysFile: city.DAHA_KEYS,
    publicUrl: 'https://daha.example',
  })
})

test('a city in development needs neither keys nor address', () => {
  const { DAHA_KEYS: _, PUBLIC_URL: __, ...databases } = city
  const config = readConfig({ ...databases, NODE_ENV: 'development', DAHA_DATA: 'somewhere' })
  expect(config).toMatchObject({ demo: false, production: false, keysFile: join(resolve('somewhere'), 'keys.json') })
})

test('one address of a database without the other is refused', () => {
  expect(problemsOf({ DATABASE_ADMIN_URL: city.DATABASE_ADMIN_URL })).toEqual([
    expect.stringContaining('without DATABASE_URL'),
  ])
  const { DATABASE_ADMIN_URL: _, ...rest } = city
  expect(problemsOf(rest)).toEqual([expect.stringContaining('without DATABASE_ADMIN_URL')])
})

test('the same role for both is refused', () => {
  expect(problemsOf({ ...city, DATABASE_ADMIN_URL: city.DATABASE_URL })).toEqual([expect.stringContaining('two roles')])
})

test('production without keys and address is refused, both in one message', () => {
  const { DAHA_KEYS: _, PUBLIC_URL: __, ...rest } = city
  expect(problemsOf(rest)).toEqual([expect.stringContaining('DAHA_KEYS'), expect.stringContaining('PUBLIC_URL')])
})

test('every wrong setting is named with its remedy, and no secret', () => {
  const wrong = {
    PORT: '70000',
    HOST: 'http://x',
    DATABASE_URL: 'mysql://canary-word@db/daha',
    DATABASE_ADMIN_URL: 'canary-word',
    PUBLIC_URL: 'http://daha.example',
    DAHA_KEYS: '/etc/daha/',
    DAHA_CITY: '../etc',
    LOG_LEVEL: 'loud',
    NODE_ENV: 'prod',
  }
  const problems = problemsOf(wrong)
  expect(new Set(problems.map((problem) => problem.split(' ')[0]))).toEqual(new Set(Object.keys(wrong)))
  expect(problems).toHaveLength(Object.keys(wrong).length)
  expect(new WrongSettings(problems).message).toContain('docs/settings.md')
  expect(problems.join('\n')).not.toContain('canary-word')
})

describe('refuses', () => {
  test.each([
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['PORT', '65536'],
    ['HOST', '127.0.0.1:80'],
    ['HOST', '-x'],
    ['PUBLIC_URL', 'https://daha.example/path'],
    ['PUBLIC_URL', 'https://user@daha.example'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['DAHA_CITY', 'Kediri'],
    ['DAHA_DATA', 'a\0b'],
  ])('%s=%j', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(name)])
  })
})

test.each(Object.entries(settings))('the example of %s is right', (_, { value, example }) => {
  expect(value.safeParse(example).success).toBe(true)
})

test('docs/settings.md is up to date', async () => {
  await expect(settingsDoc()).toMatchFileSnapshot('../../../docs/settings.md')
})
