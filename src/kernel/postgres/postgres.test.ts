import { mkdtempSync, chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { firstImpassable } from './account.ts'
import { findBinaries, runnableBinaries } from './binaries.ts'
import { deadlineIn } from './deadline.ts'
import { takeLock } from './lock.ts'
import { disown, holderOf, parsePidFile } from './pid-file.ts'
import { processState } from './process-table.ts'
import { settingsFor } from './settings.ts'
import { ask, bystander, postgresBench } from './testing.ts'

const bench = postgresBench()
afterAll(() => bench.close())

test('a first start, a join, and a stop that waits for the last user', async () => {
  const dataDir = bench.folder('smoke')
  const first = await bench.start(dataDir)
  expect(first).toMatchObject({ host: '127.0.0.1', startedByUs: true, superuser: 'postgres' })
  const [database] = await ask(
    first.url('postgres'),
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
      current_setting('max_connections') as connections, current_setting('fsync') as fsync
      from pg_database where datname = 'template1'`,
  )
  expect(database).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', connections: '300', fsync: 'off' })
  await expect(ask(first.url('postgres').replace(first.superPassword, 'wrong'), 'select 1')).rejects.toThrow(/password/)

  const second = await bench.start(dataDir)
  expect(second).toMatchObject({ startedByUs: false, pid: first.pid, port: first.port })
  expect(await first.stop({ ifIdle: true })).toBe(false)
  expect(processState(first.pid).kind).toBe('alive')
  expect(await second.stop({ ifIdle: true })).toBe(true)
  expect(processState(first.pid).kind).not.toBe('alive')

  const third = await bench.start(dataDir)
  expect(await third.stop({ ifIdle: false })).toBe(true)
  expect(holderOf(join(dataDir, 'cluster')).kind).toBe('nobody')
})

describe('pid file', () => {
  const text = '4711\n/data/cluster\n1759999999\n5544\n\n127.0.0.1\n  1234567  42\nready   \n'

  test('is read by line', () => {
    expect(parsePidFile(text)).toEqual({ pid: 4711, port: 5544, status: 'ready' })
    expect(parsePidFile('4711\n/data/cluster\n')).toEqual({ pid: 4711, port: undefined, status: undefined })
  })

  test.each(['', '\n', 'x\n', '-1\n', '0\n', '1.5\n'])('%j is none', (wrong) => {
    expect(parsePidFile(wrong)).toBeUndefined()
  })

  test('of a stranger loses its number and keeps the rest', () => {
    const cluster = bench.folder('stranger')
    const other = bystander()
    writeFileSync(join(cluster, 'postmaster.pid'), text.replace('4711', String(other.pid)))
    expect(holderOf(cluster)).toMatchObject({ kind: 'stranger', file: { pid: other.pid } })
    disown(cluster)
    expect(holderOf(cluster).kind).toBe('nobody')
    expect(processState(other.pid).kind).toBe('alive')
    other.end()
  })
})

describe('lock', () => {
  test('is given to one at a time', async () => {
    const path = join(bench.folder('lock'), 'postgres.lock')
    const release = await takeLock(path, deadlineIn(1_000))
    await expect(takeLock(path, deadlineIn(100))).rejects.toThrow(/another process holds/)
    release()
    const again = await takeLock(path, deadlineIn(1_000))
    again()
  })

  test.each(['', 'rubbish', '2147483647\n1\n', `${process.pid}\nanother start\n`])(
    'left behind as %j counts for nothing',
    async (content) => {
      const path = join(bench.folder('left behind'), 'postgres.lock')
      writeFileSync(path, content)
      const release = await takeLock(path, deadlineIn(1_000))
      release()
    },
  )
})

describe('settings', () => {
  test('of a city keep every commit, and cannot be told otherwise', () => {
    expect(settingsFor('city')).toMatchObject({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' })
    expect(settingsFor('city', { work_mem: '8MB' })).toHaveProperty('work_mem', '8MB')
    expect(() => settingsFor('city', { fsync: 'off' })).toThrow(/fsync/)
    expect(() => settingsFor('city', { full_page_writes: 'off', port: '1' })).toThrow(/port, full_page_writes/)
    expect(() => settingsFor('test', { listen_addresses: '*' })).toThrow(/listen_addresses/)
  })
})

test('a machine without binaries is told what to do', async () => {
  await expect(findBinaries('plan9', 'mips')).rejects.toThrow(/DATABASE_URL/)
})

test('a closed parent folder is found', () => {
  const root = mkdtempSync(join(tmpdir(), 'daha-closed-'))
  mkdirSync(join(root, 'inner'), { mode: 0o755 })
  chmodSync(root, 0o700)
  const stranger = { uid: 54_321, gid: 54_321 }
  expect(firstImpassable(join(root, 'inner', 'not yet there'), stranger)).toBe(root)
  chmodSync(root, 0o711)
  expect(firstImpassable(join(root, 'inner', 'not yet there'), stranger)).toBeUndefined()
  rmSync(root, { recursive: true })
})

test('binaries behind a closed folder are copied, once and whole', async () => {
  const closed = bench.folder('closed binaries')
  const elsewhere = join(bench.root, 'elsewhere')
  mkdirSync(join(closed, 'native', 'bin'), { recursive: true })
  writeFileSync(join(closed, 'native', 'bin', 'postgres'), 'a program')
  const root = join(closed, 'native')
  const binaries = {
    root,
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
    version: '18.4.0',
  }
  const stranger = { uid: 54_321, gid: 54_321 }
  expect(await runnableBinaries(binaries, stranger, elsewhere)).toEqual(binaries)
  chmodSync(closed, 0o700)
  expect(await runnableBinaries(binaries, undefined, elsewhere)).toEqual(binaries)
  const [one, two] = await Promise.all([1, 2].map(() => runnableBinaries(binaries, stranger, elsewhere)))
  expect(one).toEqual(two)
  expect(readFileSync(one!.postgres, 'utf8')).toBe('a program')
  expect(readdirSync(elsewhere)).toEqual([`postgres-18.4.0-${process.arch}`])
  chmodSync(closed, 0o755)
})
