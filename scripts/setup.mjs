// Installs what is missing, and nothing when nothing is. It runs on the Node of the machine before anything is installed:
// only node: imports, and the syntax of Node 18.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.daha-setup')
// Beside node_modules, not in it, because `npm ci` empties that folder.
const lock = path.join(root, '.setup-lock')
const INSTALL_LIMIT_MS = 15 * 60_000

/** The Node that runs the program: the one from the packages, or where there is none (macOS) the one of the machine. */
export const node = (() => {
  const packed = path.join(modules, '.bin', 'node')
  return { packed, path: () => (existsSync(packed) ? packed : process.execPath) }
})()

/**
 * Installs the packages of package-lock.json unless they are there; of several at once, one installs and the others wait.
 * @throws Error with what to do, when the packages or the right Node are not there afterwards
 */
export function setUp() {
  const wanted = fingerprint()
  if (isStamped(wanted)) return
  takeLock()
  try {
    if (isStamped(wanted)) return
    if (!isInstalled()) install()
    assertNode()
    writeFileSync(stampFile, wanted)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Only what decides what is installed: a changed script in package.json is no reason to install again. */
function fingerprint() {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides, allowScripts }))
  hash.update(readFileSync(path.join(root, 'package-lock.json')))
  hash.update(`${process.platform}-${process.arch}`)
  return hash.digest('hex')
}

function isStamped(wanted) {
  return read(stampFile) === wanted
}

/** Whether npm's own record of node_modules agrees with the lock file, as after an `npm ci` by hand. */
function isInstalled() {
  const record = read(path.join(modules, '.package-lock.json'))
  if (record === undefined) return false
  const there = JSON.parse(record).packages
  const { '': _root, ...wanted } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  // Packages for other machines are optional and absent.
  const missing = Object.keys(wanted).some((name) => !sameOrOptional(there[name], wanted[name]))
  return !missing && Object.keys(there).every((name) => name in wanted)
}

function sameOrOptional(there, wanted) {
  if (there === undefined) return wanted.optional === true || wanted.devOptional === true
  return there.version === wanted.version && there.integrity === wanted.integrity
}

function install() {
  process.stderr.write('Installing packages (once, about half a minute) ...\n')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error']
  const { status, error } = runNpm(args)
  if (status === 0) return
  throw new Error(
    `npm ci ended with ${error ? error.message : status}. Its messages are above; run "npm ci" to see more.`,
  )
}

function runNpm(args) {
  // On standard error, because standard output belongs to the command that needed the packages.
  const options = { cwd: root, stdio: ['ignore', 2, 2], timeout: INSTALL_LIMIT_MS }
  const cli = (process.env.npm_execpath || '').replace(/npx-cli\.js$/, 'npm-cli.js')
  if (!cli.endsWith('npm-cli.js')) return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  // Not the `node` on PATH: that may be the one in node_modules, which npm ci is about to delete.
  return spawnSync(process.env.npm_node_execpath || process.execPath, [cli, ...args], options)
}

/** npm may leave out a package or block its script and still report success, so the result is looked at. */
function assertNode() {
  const version = (spawnSync(node.path(), ['-v'], { encoding: 'utf8', timeout: 30_000 }).stdout || '').trim()
  const [major, minor] = version.slice(1).split('.').map(Number)
  if (existsSync(node.packed) ? major === 24 : major > 22 || (major === 22 && minor >= 18)) return
  const found = existsSync(node.packed) ? `${node.packed} is ${version || 'broken'}` : `this machine has ${version}`
  throw new Error(
    `Daha runs on Node 24, which comes with its packages, but ${found}. Delete node_modules and run "npm ci"; where no package of Node exists, install Node 24.`,
  )
}

function takeLock() {
  const end = performance.now() + INSTALL_LIMIT_MS
  while (!tryLock()) {
    if (performance.now() > end) throw new Error(`Another setup holds ${lock}. If none is running, delete that folder.`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function tryLock() {
  try {
    mkdirSync(lock)
    writeFileSync(path.join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isLeftBehind()) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function isLeftBehind() {
  const holder = read(path.join(lock, 'pid'))
  if (holder === undefined || holder === '') {
    const made = statSync(lock, { throwIfNoEntry: false })
    return made !== undefined && Date.now() - made.mtimeMs > 10_000
  }
  try {
    process.kill(Number(holder), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  try {
    setUp()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
