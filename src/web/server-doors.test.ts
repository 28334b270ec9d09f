import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNativeFile, isSharedFile } from './server-doors.ts'

const root = path.resolve(import.meta.dirname, '../..')
const fixture = path.join(root, 'build', `doors-${process.pid}`)
const run = promisify(execFile)

const project: Record<string, string> = {
  'package.json': '{ "type": "module", "dependencies": { "@react-router/node": "*" } }',
  'react-router.config.ts': `export default { appDirectory: 'src', ssr: true }`,
  'vite.config.ts': `
    import { reactRouter } from '@react-router/dev/vite'
    import { serverDoors } from '${path.join(root, 'src/web/server-doors.ts')}'
    export default { plugins: [serverDoors(), reactRouter()] }`,
  'src/root.tsx': `
    import { Outlet, Scripts } from 'react-router'
    export default () => <html><body><Outlet /><Scripts /></body></html>`,
  'src/routes.ts': `
    import { index } from '@react-router/dev/routes'
    export default [index('./capabilities/room/pages/home.tsx')]`,
  'src/kernel/refusal/index.ts': `export class Refusal extends Error {}`,
  'src/capabilities/room/index.ts': `
    import { Refusal } from '../../kernel/refusal/index.ts'
    export const ask = () => { throw new Refusal('no') }`,
  'src/capabilities/room/contract.ts': `export const limit: number = 12`,
  'src/capabilities/room/pages/home.tsx': `
    import { ask } from '../index.ts'
    import { limit } from '../contract.ts'
    import { Refusal } from '../../../kernel/refusal/index.ts'
    export const loader = () => {
      try { return ask() } catch (error) { return { same: error instanceof Refusal, Refusal } }
    }
    export default () => <p>at most {limit}</p>`,
  'src/server.ts': `
    import { Refusal } from './kernel/refusal/index.ts'
    import * as build from '../build/server/index.js'
    const page = Object.values(build.routes).find((route) => route.index)
    const seen = await page.module.loader({})
    console.log(JSON.stringify({ withinPage: seen.same, withServer: seen.Refusal === Refusal }))`,
}

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(fixture, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function build(): Promise<string> {
  const cli = path.join(root, 'node_modules/@react-router/dev/bin.cjs')
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', DAHA_BUILD_DIR: undefined }
  return run(process.execPath, [cli, 'build'], { cwd: fixture, env, timeout: 30_000 }).then(
    () => 'built',
    (error: unknown) => {
      const said = error as { stdout: string; stderr: string }
      return said.stdout + said.stderr
    },
  )
}

beforeAll(() => write(project))
afterAll(() => rm(fixture, { recursive: true, force: true }))

describe('doors between server and pages', () => {
  it('give page and server the same instance of a server module', { timeout: 30_000 }, async () => {
    expect(await build()).toBe('built')
    const { stdout } = await run(process.execPath, ['src/server.ts'], { cwd: fixture, timeout: 10_000 })
    expect(JSON.parse(stdout)).toEqual({ withinPage: true, withServer: true })
  })

  it.each([
    [
      'a room',
      `import { ask } from '../index.ts'; export default () => <p>{String(ask)}</p>`,
      'src/capabilities/room/index.ts',
    ],
    [
      'a part of the kernel, by way of another file',
      `import { Card } from './card.tsx'; export default () => <Card />`,
      'src/capabilities/room/pages/home.tsx\n  -> src/capabilities/room/pages/card.tsx\n  -> src/kernel/refusal/index.ts',
    ],
    [
      'a module of Node',
      `import { readFileSync } from 'node:fs'; export default () => <p>{String(readFileSync)}</p>`,
      'node:fs',
    ],
  ])(
    'stop a build in which %s reaches the browser, and name the way',
    { timeout: 30_000 },
    async (_name, page, named) => {
      await write({
        'src/capabilities/room/pages/home.tsx': page,
        'src/capabilities/room/pages/card.tsx': `
        import { Refusal } from '../../../kernel/refusal/index.ts'
        export const Card = () => <p>{Refusal.name}</p>`,
      })
      const said = await build()
      expect(said).toContain('must not reach the browser')
      expect(said).toContain(named)
    },
  )
})

it.each([
  ['src/kernel/refusal/index.ts', true, false],
  ['src/kernel/refusal/contract.ts', true, true],
  ['src/kernel/money/index.ts', true, true],
  ['src/kernel/i18n/translator.ts', true, true],
  ['src/kernel/clock/clock.ts', true, false],
  ['src/kernel/clock/civil-date.ts', true, true],
  ['src/capabilities/credit/rules/schedule.ts', true, true],
  ['src/capabilities/credit/texts/id.ts', true, true],
  ['src/capabilities/credit/operations/approve-loan.ts', true, false],
  ['src/capabilities/credit/pages/routes.ts', false, false],
  ['src/capabilities/credit/pages/loan.tsx', false, false],
  ['src/ui/class-names/index.ts', false, false],
  ['src/web/security.ts', true, false],
  ['src/server.ts', true, false],
  ['src/routes.ts', false, false],
  ['node_modules/x/src/kernel/a.ts', false, false],
])('%s: loaded by Node %s, also for the browser %s', (file, native, shared) => {
  expect([isNativeFile(file), isSharedFile(file)]).toEqual([native, shared])
})
