import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processState } from './process-table.ts'

/** What `postmaster.pid` says: PostgreSQL writes it, we only read it. */
export interface PidFile {
  readonly pid: number
  /** Undefined until PostgreSQL has opened its port. */
  readonly port: number | undefined
  readonly status: 'starting' | 'ready' | 'stopping' | undefined
}

/**
 * Who is behind the pid file: `nobody` (no file, or the process has ended), `stranger` (its number has come to
 * belong to another program, or to a zombie), or `postgres` of this cluster.
 */
export type Holder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'stranger'; readonly file: PidFile }
  | { readonly kind: 'postgres'; readonly file: PidFile }

/** Above the largest process number of any system that we run on, so that it belongs to nobody. */
const NOBODYS_PID = '2147483647'

export function pidFilePath(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = positive(lines[0])
  if (pid === undefined) return undefined
  const status = lines[7]
  return {
    pid,
    port: positive(lines[3]),
    status: status === 'ready' || status === 'starting' || status === 'stopping' ? status : undefined,
  }
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : undefined
}

export function holderOf(cluster: string): Holder {
  const text = readPidFile(cluster)
  const file = text === undefined ? undefined : parsePidFile(text)
  if (file === undefined) return { kind: 'nobody' }
  const state = processState(file.pid)
  if (state.kind === 'gone') return { kind: 'nobody' }
  if (state.kind === 'zombie' || state.command !== 'postgres') return { kind: 'stranger', file }
  // Every process of a PostgreSQL works in its own data folder, so another cluster on the machine is told apart.
  const other = state.folder !== undefined && state.folder !== realpathSync(cluster)
  return { kind: other ? 'stranger' : 'postgres', file }
}

/**
 * Takes the stranger's number out of the pid file. PostgreSQL refuses to start while that number is alive, and rightly
 * so; yet the file must not be removed, because its last line is how PostgreSQL finds out that a process of the
 * former server still has the shared memory.
 */
export function disown(cluster: string): void {
  const path = pidFilePath(cluster)
  const lines = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, [NOBODYS_PID, ...lines.slice(1)].join('\n'), { mode: statSync(path).mode })
}

function readPidFile(cluster: string): string | undefined {
  try {
    return readFileSync(pidFilePath(cluster), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
