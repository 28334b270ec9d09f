import { afterAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { systemOnly } from '../access/index.ts'
import { operation } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import { listen, publish } from './index.ts'

const say = operation<object>()({
  name: 'uji.say',
  about: 'Publishes.',
  input: z.strictObject({ topic: z.string(), id: z.string(), isRefused: z.boolean().default(false) }),
  output: z.null(),
  allow: systemOnly(),
  async run(context, { topic, id, isRefused }) {
    await publish(context, topic, id)
    if (isRefused) throw refuse('database.full')
    return null
  },
})

const city = await openTestCity({ manifests: [{ name: 'uji', uses: [], operations: [say] }] })
const lost = vi.fn<(fault: Error) => void>()
const listener = listen(city.app.runtimeUrl, lost)
afterAll(() => listener.close())

/** The connection holds when something said is heard. */
async function heardAgain() {
  const heard = vi.fn<(id: string) => void>()
  const stop = listener.subscribe('uji-ready', undefined, heard)
  await vi.waitFor(
    async () => {
      await city.system.do(say, { topic: 'uji-ready', id: 'a' })
      expect(heard).toHaveBeenCalled()
    },
    { timeout: 8_000, interval: 100 },
  )
  stop()
}

it('tells those who asked for the topic and the id, after the commit, until they stop', async () => {
  await heardAgain()
  const [one, all] = [vi.fn<(id: string) => void>(), vi.fn<(id: string) => void>()]
  const stops = [listener.subscribe('uji-unit', 'b', one), listener.subscribe('uji-unit', undefined, all)]
  await city.system.do(say, { topic: 'uji-unit', id: 'a' })
  await city.system.do(say, { topic: 'uji-unit', id: 'b' })
  await city.system.do(say, { topic: 'uji-other', id: 'b' })
  await vi.waitFor(() => expect(all.mock.calls).toEqual([['a'], ['b']]))
  expect(one.mock.calls).toEqual([['b']])
  for (const stop of stops) stop()
  await city.system.do(say, { topic: 'uji-unit', id: 'b' })
  await heardAgain()
  expect(one).toHaveBeenCalledTimes(1)
})

it('says nothing of what was refused, and nothing twice on replay', async () => {
  await heardAgain()
  const heard = vi.fn<(id: string) => void>()
  const stop = listener.subscribe('uji-unit', undefined, heard)
  await expect(city.system.do(say, { topic: 'uji-unit', id: 'no', isRefused: true })).rejects.toMatchObject({
    code: 'database.full',
  })
  for (const key of ['k', 'k']) await city.system.do(say, { topic: 'uji-unit', id: 'yes' }, { key })
  await heardAgain()
  expect(heard.mock.calls).toEqual([['yes']])
  stop()
})

it('raises the data version with public data only', async () => {
  await heardAgain()
  const before = listener.dataVersion()
  await heardAgain()
  expect(listener.dataVersion()).toBe(before)
  await city.system.do(say, { topic: 'public-data', id: '' })
  await vi.waitFor(() => expect(listener.dataVersion()).not.toBe(before))
})

it('is not disturbed by what is no message', async () => {
  await heardAgain()
  for (const payload of ['', 'bukan json', '{"topic":1}', 'null']) {
    await city.superuser.query('select pg_notify($1, $2)', ['daha_live', payload])
  }
  await heardAgain()
})

it('comes back after a lost connection, and what was kept meanwhile does not stay', async () => {
  await heardAgain()
  const before = listener.dataVersion()
  await city.app.pool.pg.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'daha live'`,
  )
  await vi.waitFor(() => expect(lost).toHaveBeenCalled())
  const during = listener.dataVersion()
  expect(during).not.toBe(before)
  await heardAgain()
  expect(listener.dataVersion()).not.toBe(during)
})
