import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/** What the system says about a process id. `startMark` tells two processes with the same id apart. */
export type ProcessState =
  | { readonly kind: 'gone' }
  | { readonly kind: 'zombie' }
  | {
      readonly kind: 'alive'
      readonly command: string
      readonly startMark: string
      readonly folder: string | undefined
    }

const gone: ProcessState = { kind: 'gone' }

/** Looks in `/proc` where there is one, because slim containers have no `ps`. */
export function processState(pid: number): ProcessState {
  if (!Number.isInteger(pid) || pid <= 0) return gone
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number): ProcessState {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === undefined) return gone
  // The command stands in parentheses and may itself contain spaces and parentheses.
  const end = stat.lastIndexOf(')')
  const command = stat.slice(stat.indexOf('(') + 1, end)
  const fields = stat.slice(end + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return { kind: 'zombie' }
  return { kind: 'alive', command, startMark: fields[19] ?? '', folder: readOr(() => readlinkSync(`/proc/${pid}/cwd`)) }
}

function fromPs(pid: number): ProcessState {
  const options = { encoding: 'utf8' as const, timeout: 10_000, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } }
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], options)
  const line = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.+)$/.exec(stdout.trim())
  if (status !== 0 || line === null) return gone
  const [, stat = '', startMark = '', command = ''] = line
  if (stat.startsWith('Z')) return { kind: 'zombie' }
  return { kind: 'alive', command: basename(command), startMark, folder: undefined }
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
