import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folders: string[] = []
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function aFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly seconds: number
}

/** Starts the built program as its operator would, and waits for its address. */
async function start(dataDir: string, port = 0): Promise<Started> {
  const began = performance.now()
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DAHA_DATA: dataDir }
  const child = spawn(process.execPath, ['src/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready within a minute: ${said}`)), 60_000)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /^http:\/\/\S+$/m.exec(said)?.[0]
      if (found) {
        clearTimeout(timer)
        resolve(found)
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`Ended with ${code}: ${said}`))
    })
  })
  return { child, url, seconds: (performance.now() - began) / 1000 }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

const isHealthy = async (url: string) => (await fetch(`${url}/healthz`)).status === 200

test('after kill -9 the program starts again within seconds and joins its database', async () => {
  const folder = aFolder('daha process ')
  const first = await start(folder)
  expect(await isHealthy(first.url)).toBe(true)
  first.child.kill('SIGKILL')
  await ended(first.child)
  const second = await start(folder)
  expect(await isHealthy(second.url)).toBe(true)
  // The limit is 4 s on a quiet machine; the tests share theirs.
  expect(second.seconds).toBeLessThan(20)
  const left = ended(second.child)
  second.child.kill('SIGTERM')
  expect(await left).toBe(0)
})

test('two checkouts run at once, each on its own database', async () => {
  const [one, other] = await Promise.all([start(aFolder('daha-one-')), start(aFolder('daha-other-'))])
  expect(await isHealthy(one.url)).toBe(true)
  expect(await isHealthy(other.url)).toBe(true)
  const left = [one, other].map(({ child }) => ended(child))
  for (const { child } of [one, other]) child.kill('SIGTERM')
  expect(await Promise.all(left)).toEqual([0, 0])
})

test('a taken port is named, with what to do', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  await expect(start(aFolder('daha-port-'), port)).rejects.toThrow(new RegExp(`${port}.*PORT`, 's'))
  taken.close()
})
