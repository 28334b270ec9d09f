import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The system account that PostgreSQL runs as, when it is not our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Whether this process is root, as which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The system account `postgres`, made when it is missing.
 * @throws Error when it is missing and cannot be made
 */
export function postgresAccount(): Account {
  return accountNamed('postgres') ?? makeAccount()
}

function makeAccount(): Account {
  const quiet = { stdio: 'ignore' as const, timeout: 10_000 }
  spawnSync('groupadd', ['--system', 'postgres'], quiet)
  spawnSync(
    'useradd',
    ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    quiet,
  )
  const account = accountNamed('postgres')
  if (account !== undefined) return account
  throw new Error(
    'PostgreSQL does not run as root, and a system account "postgres" could not be made. Start as an ordinary user, or make that account.',
  )
}

function accountNamed(name: string): Account | undefined {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid }
}

function idOf(flag: string, name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 10_000 })
  return status === 0 ? Number(stdout.trim()) : undefined
}

/** The account that owns a folder; undefined when that is root or ourselves. */
export function ownerOf(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder)
  return uid === 0 || uid === process.getuid?.() ? undefined : { uid, gid }
}

/**
 * The folder nearest to the path through which the account may not pass (mode bits; the path itself included);
 * undefined when it may pass everywhere. Folders which do not exist yet do not count.
 */
export function firstImpassable(path: string, account: Account): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayPass(folder, account)) return folder
    if (folder === dirname(folder)) return undefined
  }
}

function mayPass(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
