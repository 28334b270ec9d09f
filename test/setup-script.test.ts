import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A small clone with an npm of its own, which notes each install and leaves a `node` that says a version.
let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'daha setup '))
  cpSync('scripts/setup.mjs', path.join(root, 'scripts/setup.mjs'))
  cpSync('scripts/daha.mjs', path.join(root, 'scripts/daha.mjs'))
  write('package.json', JSON.stringify({ type: 'module', dependencies: { a: '1.0.0' } }))
  write('package-lock.json', lockOf({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } }))
  write('npm-cli.js', npm('v24.21.0'))
})
afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

function lockOf(packages: object): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } })
}

function npm(version: string): string {
  return `
    import { appendFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
    appendFileSync('installs', process.argv.slice(2).join(' ') + '\\n')
    rmSync('node_modules', { recursive: true, force: true })
    mkdirSync('node_modules/.bin', { recursive: true })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const program = '#!/bin/sh\\nif [ "$1" = -v ]; then echo ${version}; else exec "${process.execPath}" "$@"; fi\\n'
    writeFileSync('node_modules/.bin/node', program)
    chmodSync('node_modules/.bin/node', 0o755)
  `
}

async function run(script: string, ...args: string[]) {
  const npmExec = { npm_execpath: path.join(root, 'npm-cli.js'), npm_node_execpath: process.execPath }
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    env: { PATH: process.env['PATH'], ...npmExec },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 8_000,
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: Buffer) => {
    said.stdout += text.toString()
    if (said.stdout.includes('waiting')) child.kill('SIGTERM')
  })
  child.stderr.on('data', (text: Buffer) => void (said.stderr += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, signal: child.signalCode, ...said }
}

const installs = () =>
  existsSync(path.join(root, 'installs')) ? readFileSync(path.join(root, 'installs'), 'utf8').split('\n').length - 1 : 0

test('installs once, again when the dependencies change, and not for a changed script', async () => {
  expect(await run('setup.mjs')).toMatchObject({ code: 0, stdout: '' })
  expect(readFileSync(path.join(root, 'installs'), 'utf8')).toMatch(/^ci --include=dev .*--engine-strict=false/)
  expect(await run('setup.mjs')).toEqual({ code: 0, signal: null, stdout: '', stderr: '' })
  write('package.json', JSON.stringify({ type: 'module', scripts: { x: 'y' }, dependencies: { a: '1.0.0' } }))
  await run('setup.mjs')
  expect(installs()).toBe(1)
  write('package-lock.json', lockOf({ 'node_modules/a': { version: '1.0.1', integrity: 'y' } }))
  await run('setup.mjs')
  expect(installs()).toBe(2)
})

test('what was installed by hand is taken as it is', async () => {
  const entry = { version: '1.0.0', integrity: 'x' }
  write(
    'package-lock.json',
    lockOf({ 'node_modules/a': entry, 'node_modules/windows-only': { version: '1.0.0', optional: true } }),
  )
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': entry } }))
  expect(await run('setup.mjs')).toMatchObject({ code: 0 })
  expect(installs()).toBe(0)
  rmSync(path.join(root, 'node_modules/.daha-setup'))
  write(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/a': { ...entry, version: '0.9.0' } } }),
  )
  expect(await run('setup.mjs')).toMatchObject({ code: 0 })
  expect(installs()).toBe(1)
})

test('of two at once one installs and the other waits', async () => {
  const both = await Promise.all([run('setup.mjs'), run('setup.mjs')])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(installs()).toBe(1)
  expect(existsSync(path.join(root, '.setup-lock'))).toBe(false)
})

test('the lock of a setup that was killed counts for nothing', async () => {
  write('.setup-lock/pid', '2147483647')
  expect(await run('setup.mjs')).toMatchObject({ code: 0 })
})

test('another Node than 24, or a failed install, is told in words', async () => {
  write('npm-cli.js', npm('v20.20.2'))
  expect(await run('setup.mjs')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Node 24.*v20\.20\.2/) as unknown,
  })
  write('npm-cli.js', 'process.exit(7)')
  expect(await run('setup.mjs')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm ci ended with 7') as unknown,
  })
  expect(existsSync(path.join(root, '.setup-lock'))).toBe(false)
})

test('daha installs, passes arguments and exit code, and keeps standard output clean', async () => {
  write(
    'src/cli/main.ts',
    'const args: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(args))\nprocess.exit(2)',
  )
  expect(await run('daha.mjs', 'do', 'a b', '--json', '{"x":"$1"}')).toMatchObject({
    code: 2,
    stdout: `${JSON.stringify(['do', 'a b', '--json', '{"x":"$1"}'])}\n`,
  })
  expect(installs()).toBe(1)
})

test('daha passes a signal on, and ends as its child ended', async () => {
  const waits = 'setInterval(() => {}, 1000); console.log("waiting")'
  write('src/cli/main.ts', `process.on('SIGTERM', () => process.exit(9)); ${waits}`)
  expect(await run('daha.mjs')).toMatchObject({ code: 9, signal: null })
  write('src/cli/main.ts', waits)
  expect(await run('daha.mjs')).toMatchObject({ code: null, signal: 'SIGTERM' })
})

test('only what is made for one kind of machine is optional, because npm leaves that out without a word', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { os?: string[]; cpu?: string[] }>
  }
  const left = Object.keys(optionalDependencies).filter((name) => {
    const entry = packages[`node_modules/${name}`]
    return !(entry?.os && entry.cpu)
  })
  expect(left).toEqual([])
})
