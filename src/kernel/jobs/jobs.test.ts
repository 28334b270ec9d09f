import { PgBoss } from 'pg-boss'
import { afterAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { testDatabase } from '../../../test/database/index.ts'
import type { JobDefinition } from './index.ts'
import { startJobs } from './index.ts'

// The queue is alone in a database of its own: what is tested here is the work, not where it waits.
const { adminUrl } = await testDatabase()
const city = await openTestCity()
const schema = `jobs_${city.app.city.slug}`
const sender = new PgBoss({ connectionString: adminUrl, schema, max: 1 })
sender.on('error', () => undefined)
afterAll(() => sender.stop({ graceful: false }))

const within = { timeout: 9_000, interval: 50 }

it('works each job as its own actor, tells failures and tries again, and lets a running one finish', async () => {
  const done: string[] = []
  const failed = vi.fn<(name: string, fault: unknown) => void>()
  let tries = 0
  const weigh: JobDefinition = {
    name: 'uji.weigh',
    input: z.strictObject({ unitId: z.string() }),
    holds: 'operational',
    every: '0 3 * * *',
    async run({ actor }, data) {
      done.push(JSON.stringify([actor, data]))
    },
  }
  const flaky: JobDefinition = {
    name: 'uji.flaky',
    input: z.strictObject({}),
    holds: 'operational',
    async run() {
      tries += 1
      if (tries === 1) throw new Error('once')
    },
  }
  const slow: JobDefinition = {
    name: 'uji.slow',
    input: z.strictObject({}),
    holds: 'operational',
    async run() {
      done.push('begun')
      await new Promise((resolve) => setTimeout(resolve, 400))
      done.push('finished')
    },
  }
  const jobs = await startJobs(city.app, { adminUrl, definitions: [weigh, flaky, slow], failed })
  await sender.start()
  expect(await sender.getSchedules()).toMatchObject([
    { name: 'uji.weigh', cron: '0 3 * * *', timezone: 'Asia/Jakarta' },
  ])
  await sender.send('uji.weigh', { unitId: 'a' })
  await sender.send('uji.weigh', { weight: 'not what it takes' }, { retryLimit: 0 })
  await sender.send('uji.flaky', {})
  await vi.waitFor(() => expect(tries).toBe(2), within)
  await vi.waitFor(
    () => expect(failed.mock.calls.map(([name]) => name).toSorted()).toEqual(['uji.flaky', 'uji.weigh']),
    within,
  )
  expect(done).toEqual([JSON.stringify([{ kind: 'system', job: 'uji.weigh' }, { unitId: 'a' }])])
  await sender.send('uji.slow', {})
  await vi.waitFor(() => expect(done).toContain('begun'), within)
  await jobs.stop()
  expect(done).toContain('finished')
}, 30_000)
