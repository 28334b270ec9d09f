import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Deadline } from './deadline.ts'
import { processState } from './process-table.ts'

/**
 * Waits until this process alone may start or stop the database of a folder. The lock only saves work and keeps a
 * stop from crossing a start: that one server runs is guarded by PostgreSQL's pid file, and that one cluster is made by
 * renaming it into place. A lock whose process has ended counts for nothing.
 * @returns the release
 * @throws Error when the deadline passes
 */
export async function takeLock(path: string, deadline: Deadline): Promise<() => void> {
  while (!tryLock(path)) {
    deadline.check(`another process holds ${path}`)
    await pause(25)
  }
  return () => rmSync(path, { force: true })
}

function tryLock(path: string): boolean {
  const holder = readLock(path)
  if (holder !== undefined && isAlive(holder)) return false
  if (holder !== undefined) rmSync(path, { force: true })
  const written = `${path}.${randomUUID()}`
  writeFileSync(written, identity())
  try {
    // A link appears with its whole content, so nobody reads a lock without a holder.
    linkSync(written, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(written, { force: true })
  }
}

function identity(): string {
  const state = processState(process.pid)
  return `${process.pid}\n${state.kind === 'alive' ? state.startMark : ''}\n`
}

function isAlive(holder: string): boolean {
  const [pid = '', startMark] = holder.split('\n')
  const state = processState(Number(pid))
  return state.kind === 'alive' && state.startMark === startMark
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
