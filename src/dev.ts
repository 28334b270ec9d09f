import { spawn } from 'node:child_process'
import path from 'node:path'
import { restartCode } from './web/contract.ts'

const start = path.join(import.meta.dirname, 'start.ts')

/** Runs the server for development, again and again while it asks to be restarted because a server file was saved. */
function run(): void {
  const child = spawn(process.execPath, ['--conditions=development', start], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGTERM', pass)
  process.on('SIGINT', pass)
  child.once('exit', (code, signal) => {
    process.off('SIGTERM', pass)
    process.off('SIGINT', pass)
    if (code === restartCode) return run()
    process.exit(code ?? (signal === null ? 0 : 1))
  })
}

run()
