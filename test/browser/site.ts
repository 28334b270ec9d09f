import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Site {
  /** Address without a slash at its end. */
  url: string
  stop: () => Promise<void>
}

const folders = 'data'
const prefix = 'test-site-'
const startLimit = 120_000
const stopLimit = 30_000

/**
 * The program as a person starts it, with its demo city in a folder of its own, on a free port.
 * @throws Error with its last words when it ends, or says nothing, instead of answering
 */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
  mkdirSync(folders, { recursive: true })
  removeLeftovers()
  const folder = mkdtempSync(join(folders, prefix))
  writeFileSync(join(folder, 'owner'), String(process.pid))
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['src/start.ts'], {
    // The runner's own NODE_ENV is `test`, which the program does not know.
    env: { ...inherited, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DAHA_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const url = await addressOf(child)
    return {
      url,
      stop: async () => {
        await end(child)
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
      },
    }
  } catch (fault) {
    await end(child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    throw fault
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The program did not answer in ${startLimit / 1000} s:\n${said}`)),
      startLimit,
    )
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000)
      const address = /http:\/\/(?:127\.0\.0\.1|localhost):[1-9]\d*/.exec(said)
      if (!address) return
      clearTimeout(timer)
      resolve(address[0])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000)
    })
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`The program ended with ${signal ?? code}:\n${said}`))
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimit)
  await ended
  clearTimeout(timer)
}

/** Folders of runs that were killed. A PostgreSQL in one of them notices within a minute that its folder is gone, and ends. */
function removeLeftovers(): void {
  for (const name of readdirSync(folders).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(folders, name)
    try {
      process.kill(Number(readFileSync(join(folder, 'owner'), 'utf8')), 0)
    } catch {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  }
}
