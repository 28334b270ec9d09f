#!/usr/bin/env node
// The command `daha`: sees to it that the packages are there, then runs the command line on their Node.
// Like setup.mjs it runs on the Node of the machine: only node: imports, and the syntax of Node 18.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { node, setUp } from './setup.mjs'

const main = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../src/cli/main.ts')

function run() {
  const child = spawn(node.path(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // In a terminal Ctrl-C reaches the child by itself; a second one would read as impatience.
  const watched = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const passed = ['SIGTERM', 'SIGHUP', 'SIGINT']
  for (const signal of passed) process.on(signal, () => (watched && signal === 'SIGINT') || child.kill(signal))
  child.once('error', (error) => fail(error))
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of passed) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

function fail(error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

try {
  setUp()
  run()
} catch (error) {
  fail(error)
}
