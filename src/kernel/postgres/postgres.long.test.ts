import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { freePort } from './launch.ts'
import { holderOf, pidFilePath } from './pid-file.ts'
import { processState } from './process-table.ts'
import { ask, bystander, postgresBench, startElsewhere } from './testing.ts'

const bench = postgresBench()
afterAll(() => bench.close())

async function gone(pid: number): Promise<void> {
  for (let waited = 0; processState(pid).kind === 'alive'; waited += 10) {
    if (waited > 20_000) throw new Error(`process ${pid} does not end`)
    await pause(10)
  }
}

test('after kill -9 of the server every committed row is there', async () => {
  const dataDir = bench.folder('killed')
  const first = await bench.start(dataDir, { purpose: 'city' })
  await ask(first.url('postgres'), 'create table entry (n int primary key)')
  const client = new pg.Client({ connectionString: first.url('postgres') })
  client.on('error', () => undefined)
  await client.connect()
  let committed = 0
  setTimeout(() => process.kill(first.pid, 'SIGKILL'), 500)
  const writing = async () => {
    for (;;) {
      await client.query('insert into entry values ($1)', [committed])
      committed += 1
    }
  }
  await expect(writing()).rejects.toThrow(/terminat|ECONNRESET|not queryable|EPIPE/)

  const second = await bench.start(dataDir, { purpose: 'city' })
  expect(second.startedByUs).toBe(true)
  const [row] = await ask(second.url('postgres'), 'select count(*)::int as rows, max(n) as last from entry')
  expect(committed).toBeGreaterThan(10)
  // The answer to the very last commit may have been lost on its way, the commit not.
  expect([committed, committed + 1]).toContain(row?.['rows'])
  expect(row?.['last']).toBe(Number(row?.['rows']) - 1)
  await client.end()
  expect(await second.stop({ ifIdle: true })).toBe(true)
})

test('the server outlives its program; the next start joins it, and stops it in the end', async () => {
  const dataDir = bench.folder('orphan')
  const other = await startElsewhere(dataDir, 'test')
  expect(other.startedByUs).toBe(true)
  other.killOwner()
  const joined = await bench.start(dataDir)
  expect(joined).toMatchObject({ pid: other.pid, port: other.port, startedByUs: false })
  expect(await joined.stop({ ifIdle: true })).toBe(true)
})

test.each(['stranger', 'zombie', 'number of nobody'])(
  'a pid file with the number of a %s does not stop a start',
  async (kind) => {
    const dataDir = bench.folder(`stale ${kind}`)
    const first = await bench.start(dataDir)
    const path = pidFilePath(join(dataDir, 'cluster'))
    const left = readFileSync(path, 'utf8')
    process.kill(first.pid, 'SIGKILL')
    await gone(first.pid)
    const other =
      kind === 'zombie'
        ? await zombie()
        : kind === 'stranger'
          ? bystander()
          : { pid: 2_147_483_000, end: () => undefined }
    writeFileSync(path, left.replace(/^\d+/, String(other.pid)))
    const second = await bench.start(dataDir)
    expect(second.startedByUs).toBe(true)
    expect(await ask(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    other.end()
  },
)

/** A process that has ended and whose parent does not ask for it. */
async function zombie(): Promise<{ pid: number; end(): void }> {
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
  )
  await gone(pid)
  expect(processState(pid).kind).toBe('zombie')
  return { pid, end: () => void parent.kill('SIGKILL') }
}

test('the pid file of another living cluster is not taken for ours', async () => {
  const one = await bench.start(bench.folder('neighbour'))
  const dataDir = bench.folder('copied')
  const first = await bench.start(dataDir)
  process.kill(first.pid, 'SIGKILL')
  await gone(first.pid)
  writeFileSync(pidFilePath(join(dataDir, 'cluster')), readFileSync(pidFilePath(join(one.dataDir, 'cluster'))))
  const second = await bench.start(dataDir)
  expect(second.pid).not.toBe(one.pid)
  expect(processState(one.pid).kind).toBe('alive')
})

test('a path with spaces, quotes and letters of the world', async () => {
  const dataDir = join(bench.root, `Data "Kota" – 'Kediri' ꦏ $HOME %20`)
  const started = await bench.start(dataDir)
  expect(started.dataDir).toBe(dataDir)
  expect(existsSync(join(dataDir, 'postgres.log'))).toBe(true)
  await started.discard()
  expect(existsSync(dataDir)).toBe(false)
})

test('of three programs that start at once, cold or warm, one starts the server and two join it', async () => {
  const dataDir = bench.folder('at once')
  const cold = await Promise.all([1, 2, 3].map(() => startElsewhere(dataDir, 'city')))
  expect(cold.filter((one) => one.startedByUs)).toHaveLength(1)
  expect(new Set(cold.map((one) => one.pid)).size).toBe(1)
  process.kill(cold[0]!.pid, 'SIGKILL')
  await gone(cold[0]!.pid)
  const warm = await Promise.all([1, 2, 3].map(() => startElsewhere(dataDir, 'city')))
  expect(warm.filter((one) => one.startedByUs)).toHaveLength(1)
  expect(new Set(warm.map((one) => one.port)).size).toBe(1)
  for (const one of [...cold, ...warm]) one.killOwner()
  const last = await bench.start(dataDir, { purpose: 'city' })
  expect(await last.stop({ ifIdle: false })).toBe(true)
})

test('a program that is killed while it makes the cluster leaves nothing behind', async () => {
  const dataDir = bench.folder('interrupted')
  const unfinished = () => readdirSync(dataDir).filter((name) => name.startsWith('cluster.'))
  const dying = startElsewhere(dataDir, 'test', () => unfinished().length > 0)
  await expect(dying).rejects.toThrow(/the other process ended/)
  expect(unfinished()).not.toEqual([])
  const started = await bench.start(dataDir)
  expect(started.startedByUs).toBe(true)
  expect(unfinished()).toEqual([])
})

test('two data folders at once have a server each', async () => {
  const [one, two] = await Promise.all([bench.start(bench.folder('one')), bench.start(bench.folder('two'))])
  expect(one.port).not.toBe(two.port)
  expect(one.superPassword).not.toBe(two.superPassword)
  await ask(one.url('postgres'), 'create table only_here (n int)')
  await expect(ask(two.url('postgres'), 'select * from only_here')).rejects.toThrow(/does not exist/)
  await expect(ask(two.url('postgres').replace(String(two.port), String(one.port)), 'select 1')).rejects.toThrow(
    /password/,
  )
})

test('a port that was taken in the meantime is left for another', async () => {
  const guest = createServer()
  const taken = await freePort()
  await new Promise<void>((resolve) => guest.listen(taken, '127.0.0.1', resolve))
  const offers = [taken, taken]
  const choosePort = async () => offers.pop() ?? freePort()
  const started = await bench.start(bench.folder('taken'), { choosePort })
  expect(offers).toEqual([])
  expect(started.port).not.toBe(taken)
  await expect(bench.start(bench.folder('always taken'), { choosePort: () => Promise.resolve(taken) })).rejects.toThrow(
    /ports/,
  )
  guest.close()
})

test('a server stays while anybody is connected', async () => {
  const started = await bench.start(bench.folder('busy'))
  const guest = new pg.Client({ connectionString: started.url('postgres') })
  await guest.connect()
  expect(await started.stop({ ifIdle: true })).toBe(false)
  expect(await guest.query('select 1')).toHaveProperty('rowCount', 1)
  await guest.end()
})

test('a cluster of another purpose, version or maker is refused in words', async () => {
  const dataDir = bench.folder('refused')
  const started = await bench.start(dataDir)
  await expect(bench.start(dataDir, { purpose: 'city' })).rejects.toThrow(/purpose "test"/)
  expect(await started.stop({ ifIdle: true })).toBe(true)
  const cluster = join(dataDir, 'cluster')
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
  await expect(bench.start(dataDir)).rejects.toThrow(/PostgreSQL 17.*backup/)
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n')
  rmSync(join(cluster, 'daha.json'))
  await expect(bench.start(dataDir)).rejects.toThrow(/cannot be entered/)
})

test('a server that cannot start says the end of its log', async () => {
  const settings = { shared_buffers: '1000TB' }
  await expect(bench.start(bench.folder('wrong setting'), { settings })).rejects.toThrow(/shared_buffers/)
})

test('a data folder that the system account cannot reach has its database elsewhere, and keeps it there', async () => {
  const closed = bench.folder('closed')
  chmodSync(closed, 0o700)
  const dataDir = join(closed, 'data')
  const first = await bench.start(dataDir)
  expect(first.dataDir.startsWith('/var/lib/daha/')).toBe(isRoot())
  await first.stop({ ifIdle: true })
  chmodSync(closed, 0o755)
  const second = await bench.start(dataDir)
  expect(second.dataDir).toBe(first.dataDir)
  const moved = join(bench.root, 'moved')
  renameSync(dataDir, moved)
  // Where the database is inside the folder it moves with it; otherwise an empty one must not appear in its stead.
  const afterMove = await bench.start(moved).then((started) => started.dataDir, String)
  expect(afterMove).toMatch(isRoot() ? /was moved or copied/ : moved)
  await second.discard()
  expect(holderOf(join(second.dataDir, 'cluster')).kind).toBe('nobody')
})
