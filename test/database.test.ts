import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from './database/index.ts'

const first = await testDatabase()
const second = await testDatabase()

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

it('gives every caller a database of its own, with the city in it', async () => {
  expect(first.runtimeUrl).not.toBe(second.runtimeUrl)
  await ask(first.adminUrl, 'create table contoh.only_here (id int)')
  expect(await ask(second.adminUrl, `select to_regclass('contoh.only_here') as found`)).toEqual([{ found: null }])
  expect(await ask(first.adminUrl, `select to_regclass('contoh.only_here')::text as found`)).toEqual([
    { found: 'contoh.only_here' },
  ])
})

it('runs as the role of the program, in the schema of the city', async () => {
  const { rows } = await first.pool.pg.query('select current_user as role, current_schema as schema')
  expect(rows).toEqual([{ role: 'daha_app', schema: 'contoh' }])
  await expect(first.pool.pg.query('create table mine (id int)')).rejects.toThrow(/permission denied/)
})
