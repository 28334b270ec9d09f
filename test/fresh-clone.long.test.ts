import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'daha clone '))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }))

// Goal: a person with npm and nothing else gets a city by one command. Method: the last commit, in a path with a space, without node_modules.
it('starts from a fresh clone by npm start, and ends when told', async () => {
  const clone = join(folder, 'daha')
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone], { timeout: 120_000 })
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, NODE_ENV: ___, ...env } = process.env
  const child = spawn('npm', ['start'], {
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: '0' },
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  try {
    const address = () => /http:\/\/(?:127\.0\.0\.1|localhost):[1-9]\d*/.exec(said)?.[0] ?? ''
    await expect
      .poll(() => (child.exitCode === null ? address() : `ended: ${said}`), { timeout: 300_000, interval: 500 })
      .toMatch(/^http/)
    const answer = await fetch(address(), { signal: AbortSignal.timeout(30_000) })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<html')
    child.kill('SIGTERM')
    expect(
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 60_000, 'still running'))]),
    ).not.toBe('still running')
    await expect(fetch(address(), { signal: AbortSignal.timeout(5_000) })).rejects.toThrow('fetch failed')
  } finally {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
})
