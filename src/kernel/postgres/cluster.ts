import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import type { Purpose } from './settings.ts'

const Credentials = z.object({ purpose: z.enum(['city', 'test']), superuser: z.string(), superPassword: z.string() })

/** How to enter a cluster, kept inside it, readable by its owner only. */
export type Credentials = z.infer<typeof Credentials>

const MAJOR = '18'
const INIT_LIMIT_MS = 120_000
const SUPERUSER = 'postgres'

/**
 * The credentials of the cluster, which is made first when there is none. It is made under another name and renamed when whole:
 * an interrupted `initdb` leaves no half cluster, and of two at once one wins and the other uses it.
 * @throws Error when the cluster is of another purpose, of another major version, or not ours
 */
export async function ensureCluster(place: Place, binaries: Binaries, purpose: Purpose): Promise<Credentials> {
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await makeCluster(place, binaries, purpose)
  const version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR) {
    throw new Error(
      `The database in ${place.home} is of PostgreSQL ${version}, this program brings ${MAJOR}. Make a backup with the program that wrote it, and restore it into an empty data folder.`,
    )
  }
  const credentials = readCredentials(place)
  if (credentials.purpose === purpose) return credentials
  throw new Error(
    `The database in ${place.home} was made for purpose "${credentials.purpose}", so it does not serve "${purpose}". Choose another data folder.`,
  )
}

function readCredentials(place: Place): Credentials {
  const path = credentialsPath(place.cluster)
  try {
    return Credentials.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new Error(
      `The database in ${place.home} cannot be entered: ${path} is missing, closed to this user, or damaged.`,
      { cause },
    )
  }
}

function credentialsPath(cluster: string): string {
  return join(cluster, 'daha.json')
}

async function makeCluster(place: Place, binaries: Binaries, purpose: Purpose): Promise<void> {
  clearUnfinished(place)
  const name = `${place.cluster}.${randomUUID()}`
  const passwordFile = `${name}.password`
  const credentials: Credentials = {
    purpose,
    superuser: SUPERUSER,
    superPassword: randomBytes(24).toString('base64url'),
  }
  try {
    mkdirSync(name, { mode: 0o700 })
    give(name, place.account)
    writeFileSync(passwordFile, credentials.superPassword, { mode: 0o600 })
    give(passwordFile, place.account)
    await runInitdb(binaries.initdb, initArguments(name, passwordFile, purpose), place.account)
    writeFileSync(credentialsPath(name), JSON.stringify(credentials), { mode: 0o600 })
    give(credentialsPath(name), place.account)
    putInPlace(name, place.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(name, { recursive: true, force: true })
  }
}

/** What a killed program left. The caller holds the lock, so nobody else is making a cluster here. */
function clearUnfinished(place: Place): void {
  for (const name of readdirSync(place.home)) {
    const unfinished = /^cluster\.[0-9a-f-]{36}(\.password)?$/.test(name)
    if (unfinished) rmSync(join(place.home, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function initArguments(folder: string, passwordFile: string, purpose: Purpose): string[] {
  // The builtin provider sorts by code point on every machine, whatever its locales are.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const entry = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`]
  return [...locale, ...entry, '--no-instructions', ...(purpose === 'test' ? ['--no-sync'] : []), `--pgdata=${folder}`]
}

function putInPlace(made: string, cluster: string): void {
  try {
    renameSync(made, cluster)
  } catch (error) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  }
}

function give(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}

/** PostgreSQL's programs get an environment of their own: no variable of the user may change how a cluster is made. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}

async function runInitdb(program: string, args: readonly string[], account: Account | undefined): Promise<void> {
  const child = spawn(program, args, {
    ...account,
    cwd: '/',
    env: bareEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: INIT_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  const said: string[] = []
  child.stdout.on('data', (text: Buffer) => said.push(text.toString()))
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`initdb failed:\n${said.join('').trim().slice(-2_000)}`)
}
