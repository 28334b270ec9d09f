import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { buildStamp } from './build-stamp.ts'

const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest', '.wasm'])
const keptBuilds = 2

export interface Build {
  /** Folder with what browsers load. */
  readonly clientDir: string
  /** The module with all pages, to be imported. */
  readonly serverFile: string
  /** True when it was made just now, false when it lay there. */
  readonly made: boolean
}

/**
 * The bundles of the pages as they are now: from `build/<hash of the sources>`, or made there in some seconds.
 * A server keeps reading the folder with which it began while another is made beside it.
 * Throws with the bundler's own words when a page does not build.
 */
export async function ensureBuild(root: string, progress: (text: string) => void = () => {}): Promise<Build> {
  for (let round = 1; ; round += 1) {
    const stamp = await buildStamp(root)
    const build = await buildOnce(root, stamp, progress)
    // Somebody may have saved a file meanwhile; then this build has parts of both.
    if (!build.made || round === 3 || (await buildStamp(root)) === stamp) return build
    await rm(path.dirname(build.clientDir), { recursive: true, force: true })
  }
}

async function buildOnce(root: string, stamp: string, progress: (text: string) => void): Promise<Build> {
  const final = path.join(root, 'build', stamp)
  const build = { clientDir: path.join(final, 'client'), serverFile: path.join(final, 'server', 'index.js') }
  if (existsSync(build.serverFile)) return { ...build, made: false }

  progress('building the pages')
  const draft = `${final}.${process.pid}` // as deep as the final folder: the bundle names server files by relative paths
  try {
    await runRouter(root, ['build', '--logLevel', 'error'], draft)
    await compressAssets(path.join(draft, 'client'))
    // Another process may have been faster; its build is the same.
    await rename(draft, final).catch((error: unknown) => {
      if (!existsSync(build.serverFile)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  await removeOldBuilds(path.join(root, 'build'), stamp)
  return { ...build, made: true }
}

/** Writes the types of all routes to `.react-router/types`, which `tsc` needs. */
export async function generateTypes(root: string): Promise<void> {
  await runRouter(root, ['typegen'], undefined)
}

async function runRouter(root: string, args: string[], buildDir: string | undefined): Promise<void> {
  const cli = path.join(root, 'node_modules/@react-router/dev/bin.cjs')
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  const relative = buildDir === undefined ? {} : { DAHA_BUILD_DIR: path.relative(root, buildDir) }
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...env, ...relative },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`react-router ${args[0]} failed\n${said.join('')}`)
}

async function compressAssets(clientDir: string): Promise<void> {
  const entries = await readdir(clientDir, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile() || !compressible.has(path.extname(entry.name))) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    if (bytes.byteLength < 500) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength }
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params }),
      promisify(gzip)(bytes, { level: 9 }),
    ])
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  }
}

async function removeOldBuilds(folder: string, current: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current)
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  )
  const old = aged.toSorted((a, b) => b.at - a.at).slice(keptBuilds - 1)
  await Promise.all(old.map(({ name }) => rm(path.join(folder, name), { recursive: true, force: true })))
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..')
  const [, build] = await Promise.all([generateTypes(root), ensureBuild(root)])
  process.stdout.write(`${path.relative(root, path.dirname(build.clientDir))}${build.made ? '' : ' (unchanged)'}\n`)
}
