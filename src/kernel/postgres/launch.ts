import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { bareEnvironment } from './cluster.ts'
import type { Deadline } from './deadline.ts'
import { disown, holderOf } from './pid-file.ts'
import type { PidFile } from './pid-file.ts'
import type { Place } from './place.ts'
import { asArguments } from './settings.ts'
import type { Settings } from './settings.ts'

export const HOST = '127.0.0.1'

export interface Launch {
  readonly program: string
  readonly place: Place
  readonly settings: Settings
  /** A port which is free at this moment; asked again when it was taken in the meantime. */
  readonly choosePort: () => Promise<number>
  readonly deadline: Deadline
}

export interface Running {
  readonly pid: number
  readonly port: number
  readonly startedByUs: boolean
}

const KEPT_LOG_BYTES = 10 * 1024 * 1024

/**
 * Joins the server of the cluster, or starts one. Running means: the pid file says ready, its number is a PostgreSQL of
 * this cluster, and the port answers. Anything in between (starting, recovering, stopping) is waited for.
 * @throws Error when the server ends at once, with the end of its log; or when the deadline passes
 */
export async function joinOrLaunch(launch: Launch): Promise<Running> {
  const { cluster } = launch.place
  for (let portsTried = 0; ;) {
    const holder = holderOf(cluster)
    if (holder.kind === 'postgres') {
      if (await answers(holder.file)) return running(holder.file, false)
      launch.deadline.check(`process ${holder.file.pid} does not become ready; see ${launch.place.log}`)
      await pause(20)
      continue
    }
    if (holder.kind === 'stranger') disown(cluster)
    const outcome = await tryToStart(launch)
    if (typeof outcome === 'object') return outcome
    if (outcome === 'port-taken' && ++portsTried >= 10) throw new Error('PostgreSQL: ten ports in a row were taken')
    launch.deadline.check(`it could not start (${outcome}); see ${launch.place.log}`)
    if (outcome !== 'port-taken') await pause(100)
  }
}

type Failure = 'port-taken' | 'started-by-another' | 'former-server-still-ending'

async function tryToStart(launch: Launch): Promise<Running | Failure> {
  const { place, program, settings, deadline } = launch
  turnLog(place.log)
  const port = await launch.choosePort()
  const logStart = sizeOf(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const args = ['-D', place.cluster, '-p', String(port), ...asArguments(settings)]
  // In a group of its own, so that Ctrl-C ends our program first and the database last.
  const child = spawn(program, args, {
    ...place.account,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  failed.catch(() => undefined)
  const ready = await Promise.race([becomesReady(child, place, deadline), failed])
  return ready ?? failureIn(readFileSync(place.log).subarray(logStart).toString())
}

async function becomesReady(child: ChildProcess, place: Place, deadline: Deadline): Promise<Running | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const holder = holderOf(place.cluster)
    const ours = holder.kind === 'postgres' && holder.file.pid === child.pid
    if (ours && (await answers(holder.file))) return running(holder.file, true)
    if (deadline.passed) child.kill('SIGINT')
    deadline.check(`the started server does not become ready; see ${place.log}`)
    await pause(10)
  }
  return undefined
}

function failureIn(log: string): Failure {
  if (log.includes('could not bind')) return 'port-taken'
  if (log.includes('lock file "postmaster.pid" already exists')) return 'started-by-another'
  if (log.includes('pre-existing shared memory block')) return 'former-server-still-ending'
  throw new Error(`PostgreSQL did not start. The end of its log:\n${log.trim().slice(-2_000)}`)
}

function running(file: PidFile, startedByUs: boolean): Running {
  return { pid: file.pid, port: file.port ?? 0, startedByUs }
}

async function answers(file: PidFile): Promise<boolean> {
  if (file.status !== 'ready' || file.port === undefined) return false
  const socket = connect({ host: HOST, port: file.port, timeout: 2_000 })
  return new Promise<boolean>((resolve) => {
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, HOST, () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** One former log is kept, so that the log of a server which is started again and again does not fill the disk. */
function turnLog(path: string): void {
  if (sizeOf(path) < KEPT_LOG_BYTES) return
  rmSync(`${path}.1`, { force: true })
  renameSync(path, `${path}.1`)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
