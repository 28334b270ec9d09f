import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { verify } from '../../src/kernel/audit/index.ts'
import { aWorkingCity } from './a-city.ts'
import { missingOrHalf, startLoad } from './load.ts'

const disk = mkdtempSync(join(tmpdir(), 'daha-disk-'))
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'tmpfs', disk])
afterAll(() => {
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

// Goal: a full disk is said in words, and tears nothing. Method: a small disk of our own (hence as root), filled up under
// load and freed again; tellers send the same deposit until it is answered.
test('a full disk refuses in words, and what was shown before and after is whole', async () => {
  const folder = join(disk, 'data')
  const city = await aWorkingCity(folder)
  chmodSync(folder, 0o755)
  const load = startLoad(city.app, { ...city, tellers: 3 })
  await until(() => load.shown.length >= 20)
  fill(join(disk, 'filler'))
  await until(() => (load.refused.get('database.full') ?? 0) >= 5)
  const before = load.shown.length
  rmSync(join(disk, 'filler'))
  await until(() => load.shown.length >= before + 20)
  await load.stop()

  expect([...load.refused.keys()].toSorted()).toContain('database.full')
  const { missing, half } = await missingOrHalf(city.app, load.shown)
  expect({ missing, half }).toEqual({ missing: [], half: [] })
  expect((await verify(city.app)).findings).toEqual([])
  await city.close()
})

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 90_000
  while (!isSo()) {
    if (performance.now() > end) throw new Error('It did not come to that within a minute and a half')
    await pause(20)
  }
}

/** Writes until nothing more goes in. */
function fill(file: string): void {
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(64 * 1024, 1)
  try {
    while (statfsSync(disk).bavail > 0) writeSync(handle, block)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
  } finally {
    closeSync(handle)
  }
}
