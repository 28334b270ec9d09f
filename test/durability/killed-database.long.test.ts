import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { verify } from '../../src/kernel/audit/index.ts'
import { aWorkingCity } from './a-city.ts'
import { missingOrHalf, startLoad } from './load.ts'

const KILLS = 20

const folder = mkdtempSync(join(tmpdir(), 'daha kill '))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Goal: whatever a teller was shown is there, whole, however often the database dies. Method: four tellers save without
// pause and send again what was not answered, while the postmaster is killed twenty times and comes back by itself.
test('every receipt that was shown exists after the database was killed twenty times under load', async () => {
  const city = await aWorkingCity(folder)
  const { rows } = await city.app.pool.pg.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1`,
  )
  expect(rows.map(({ name, setting }) => [name, setting])).toEqual([
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
  ])

  const load = startLoad(city.app, { ...city, tellers: 4 })
  for (let kill = 0; kill < KILLS; kill += 1) {
    await answered(load.shown, load.shown.length + 5)
    process.kill(postmasterOf(folder), 'SIGKILL')
  }
  await answered(load.shown, load.shown.length + 20)
  await load.stop()

  expect(load.shown.length).toBeGreaterThan(KILLS * 5)
  const { missing, half } = await missingOrHalf(city.app, load.shown)
  expect({ missing, half }).toEqual({ missing: [], half: [] })
  expect(new Set(load.shown.map(({ number }) => number)).size).toBe(load.shown.length)
  // The only thing that tellers read meanwhile is that the database is not answering.
  expect([...load.refused.keys()]).toEqual(['database.unreachable'])
  const verdict = await verify(city.app)
  expect(verdict.findings).toEqual([])
  await city.close()
})

async function answered(shown: readonly unknown[], atLeast: number): Promise<void> {
  const end = performance.now() + 60_000
  while (shown.length < atLeast) {
    if (performance.now() > end) throw new Error(`Only ${shown.length} of ${atLeast} receipts within a minute`)
    await pause(20)
  }
}

function postmasterOf(dataDir: string): number {
  const pid = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]
  return Number(pid)
}
