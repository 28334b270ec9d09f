import autocannon from 'autocannon'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoAccounts, demoPassword } from '../src/cities/kediri/demo-accounts.ts'
import { fillCity } from './pages-city.ts'

const SECONDS = 8

/**
 * The built server as one process, with ten thousand receipts and a million weighed lines: the public figure from its
 * cache at 50 connections, and pages that are made for one reader who signed in, the figure again among them, at 10. `--serve` prints the addresses and waits.
 */
export async function bench(options: string[]): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daha-bench-'))
  chmodSync(dataDir, 0o755)
  console.log('filling a city ...')
  const { unitId, memberId, lines } = await fillCity(dataDir)
  const { child, url } = await startServer(dataDir)
  try {
    const cookie = await signIn(url)
    const day = `${url}/timbang/${unitId}`
    const addresses = {
      public: `${url}/angka/waste.weight`,
      form: `${day}/setor/${memberId}`,
      list: `${day}/bukti`,
    }
    if (options.includes('--serve')) {
      console.log(addresses, { cookie })
      await new Promise((resolve) => child.once('exit', resolve))
    }
    const shown = await weigh(addresses.public)
    const open = await load(addresses.public, 50, undefined)
    const p95 = async (address: string) => (await load(address, 10, cookie)).p95
    return {
      public_rps: open.rps,
      form_p95_ms: await p95(addresses.form),
      list_p95_ms: await p95(addresses.list),
      figure_p95_ms: await p95(addresses.public),
      public_kb: shown.kilobytes,
      public_script_kb: shown.scripts,
      lines,
    }
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startServer(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, NODE_ENV: 'production', PORT: '0', DAHA_DATA: dataDir, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, ['src/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The server was not ready within two minutes')), 120_000)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /^http:\/\/\S+$/m.exec(said)?.[0]
      if (!found) return
      clearTimeout(timer)
      resolve(found)
    })
    child.once('exit', () => reject(new Error('The server ended')))
  })
  return { child, url }
}

async function signIn(url: string): Promise<string> {
  const body = new URLSearchParams({ userName: demoAccounts.teller.userName, password: demoPassword, next: '/' })
  const answer = await fetch(`${url}/masuk`, { method: 'POST', body, redirect: 'manual', headers: { origin: url } })
  const cookie = answer.headers
    .getSetCookie()
    .find((each) => each.startsWith('daha_session='))
    ?.split(';')[0]
  if (!cookie) throw new Error(`Not signed in: ${answer.status}`)
  const opened = await fetch(url, { headers: { cookie } })
  if (!opened.ok) throw new Error(`Signed in, but ${opened.status}`)
  return cookie
}

interface Load {
  readonly rps: number
  readonly p95: number
}

async function load(url: string, connections: number, cookie: string | undefined): Promise<Load> {
  const probe = await fetch(url, { headers: cookie ? { cookie } : {} })
  if (!probe.ok) throw new Error(`${url} answers ${probe.status}`)
  const headers = cookie ? { cookie } : {}
  await autocannon({ url, connections, duration: 2, headers })
  const result = await autocannon({ url, connections, duration: SECONDS, headers })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken`)
  // The load generator keeps no 95th percentile; its 97.5th is the next above.
  return { rps: Math.round(result.requests.average), p95: result.latency.p97_5 }
}

/** What a first visit brings over the wire, in kB: page, style sheets, font; and scripts. */
async function weigh(url: string): Promise<{ kilobytes: number; scripts: number }> {
  const page = await fetch(url)
  const html = await page.text()
  const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => new URL(path, url).href)
  let bytes = Buffer.byteLength(html)
  let scripts = 0
  for (const address of new Set(linked)) {
    const size = await bytesOf(address)
    bytes += size
    if (address.endsWith('.js')) scripts += size
    if (!address.endsWith('.css')) continue
    const css = await (await fetch(address)).text()
    const font = /url\(([^)]+\.woff2)\)/.exec(css)?.[1]
    if (font) bytes += await bytesOf(new URL(font.replaceAll(/["']/g, ''), address).href)
  }
  return { kilobytes: Math.round(bytes / 1000), scripts: Math.round(scripts / 1000) }
}

async function bytesOf(address: string): Promise<number> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
      })
      response.on('end', () => resolve(size))
    }).on('error', reject)
  })
}
