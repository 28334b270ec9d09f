import { expect, it } from 'vitest'
import { testDatabase } from '../../../test/database/index.ts'
import { Closing, inTransaction } from './index.ts'

const { pool } = await testDatabase()
const INSERT = 'insert into subject_key (id, wrapped, made_at) values ($1, $2, now())'
const kept = async (id: string) => (await pool.pg.query('select 1 from subject_key where id = $1', [id])).rowCount
const idOf = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

it('a last statement travels with the commit, and is kept with what was before it', async () => {
  const value = await inTransaction(pool, async (client) => {
    await client.query(INSERT, [idOf(1), 'x'])
    return new Closing('done', () => client.query(INSERT, [idOf(2), 'x']))
  })
  expect([value, await kept(idOf(1)), await kept(idOf(2))]).toEqual(['done', 1, 1])
})

it.each([
  ['is refused by the database', 3, null],
  ['cannot be made', 4, new Error('no key')],
])('when the last statement %s, nothing is kept', async (_, n, fault) => {
  const act = inTransaction(pool, async (client) => {
    await client.query(INSERT, [idOf(n), 'x'])
    return new Closing('done', () => {
      if (fault) throw fault
      return client.query(INSERT, [idOf(n), 'twice'])
    })
  })
  await expect(act).rejects.toThrow(fault ? 'no key' : /duplicate key/)
  expect(await kept(idOf(n))).toBe(0)
  // The client went back in order: the pool still answers.
  await expect(Promise.all(Array.from({ length: 10 }, () => kept(idOf(1))))).resolves.toHaveLength(10)
})
