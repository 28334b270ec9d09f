import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { deadlineIn } from './deadline.ts'
import { holderOf } from './pid-file.ts'
import { startPostgres } from './start-postgres.ts'
import type { Purpose } from './settings.ts'
import type { Postgres, PostgresOptions } from './start-postgres.ts'

const silent = { info: () => undefined }

/** A folder for data folders in which the system account may pass, and everything that was started below it. */
export function postgresBench() {
  const root = mkdtempSync(join(tmpdir(), 'daha postgres '))
  chmodSync(root, 0o755)
  const clusters = new Set<string>()
  return {
    root,
    folder(name: string): string {
      const path = join(root, name)
      mkdirSync(path, { recursive: true, mode: 0o755 })
      return path
    },
    async start(dataDir: string, options: Partial<PostgresOptions> = {}): Promise<Postgres> {
      const started = await startPostgres({ dataDir, purpose: 'test', log: silent, timeLimit: 30_000, ...options })
      clusters.add(join(started.dataDir, 'cluster'))
      return started
    },
    /** Ends every server at once, whoever holds it. */
    async close(): Promise<void> {
      for (const cluster of clusters) await kill(cluster)
      rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

async function kill(cluster: string): Promise<void> {
  const deadline = deadlineIn(20_000)
  for (let holder = holderOf(cluster); holder.kind === 'postgres'; holder = holderOf(cluster)) {
    process.kill(holder.file.pid, 'SIGQUIT')
    deadline.check('a server of a test does not end')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The rows of one statement, by a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** A process that does nothing, to own a process number. */
export function bystander(): { pid: number; end(): void } {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 120000)'], { stdio: 'ignore' })
  return { pid: child.pid ?? 0, end: () => void child.kill('SIGKILL') }
}

const inAnotherProcess = `
  const { startPostgres } = await import(process.argv[1])
  const log = { info() {} }
  const { pid, port, startedByUs } = await startPostgres({ dataDir: process.argv[2], purpose: process.argv[3], log, timeLimit: 60_000 })
  console.log(JSON.stringify({ pid, port, startedByUs }))
  setInterval(() => {}, 60_000)
`

/** A start in a process of its own, which then stays until it is killed: by `killOwner`, or once `killWhen` says so. */
export async function startElsewhere(dataDir: string, purpose: Purpose, killWhen: () => boolean = () => false) {
  const door = new URL('./index.ts', import.meta.url).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', inAnotherProcess, door, dataDir, purpose], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 90_000,
    killSignal: 'SIGKILL',
  })
  const watch = setInterval(() => killWhen() && child.kill('SIGKILL'), 5)
  child.once('exit', () => clearInterval(watch))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString()))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
  })
  const { pid, port, startedByUs } = Started.parse(JSON.parse(line))
  return { pid, port, startedByUs, killOwner: () => child.kill('SIGKILL') }
}

const Started = z.object({ pid: z.int(), port: z.int(), startedByUs: z.boolean() })
