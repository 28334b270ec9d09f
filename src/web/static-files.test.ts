import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStaticFiles } from './static-files.ts'
import type { StaticFiles } from './static-files.ts'

let folder = ''
let files: StaticFiles

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'static-'))
  await mkdir(path.join(folder, 'client/assets'), { recursive: true })
  await mkdir(path.join(folder, 'client/.vite'), { recursive: true })
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  await writeFile(path.join(folder, 'client/assets/a-1.js'), 'plain')
  await writeFile(path.join(folder, 'client/assets/a-1.js.br'), 'brotli')
  await writeFile(path.join(folder, 'client/assets/a-1.js.gz'), 'gzip')
  await writeFile(path.join(folder, 'client/robots.txt'), 'robots')
  await writeFile(path.join(folder, 'client/.vite/manifest.json'), '{}')
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'client/assets/link.txt'))
  files = await loadStaticFiles(path.join(folder, 'client'))
})
afterAll(() => rm(folder, { recursive: true }))

const get = (pathname: string, headers: Record<string, string> = {}, method = 'GET') =>
  files.answer(method, pathname, new Headers(headers))

describe('static files', () => {
  it('come in the encoding that the browser takes, for ever', async () => {
    expect(await get('/assets/a-1.js')?.text()).toBe('plain')
    expect(await get('/assets/a-1.js', { 'accept-encoding': 'gzip' })?.text()).toBe('gzip')
    const best = get('/assets/a-1.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(await best?.text()).toBe('brotli')
    expect(best?.headers.get('content-encoding')).toBe('br')
    expect(best?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(best?.headers.get('cache-control')).toContain('immutable')
    expect(best?.headers.get('vary')).toBe('accept-encoding')
    expect(get('/robots.txt')?.headers.get('cache-control')).not.toContain('immutable')
  })

  it('answer 304 to who has it, and no body to HEAD', async () => {
    const etag = get('/assets/a-1.js')?.headers.get('etag') ?? ''
    expect(get('/assets/a-1.js', { 'if-none-match': etag })?.status).toBe(304)
    const head = get('/assets/a-1.js', {}, 'HEAD')
    expect(head?.headers.get('content-length')).toBe('5')
    expect(await head?.text()).toBe('')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd',
    '/assets/link.txt',
    '/assets/a-1.js\0.txt',
    '/assets/',
    '/assets',
    '/',
    '/assets/a-1.js.br',
    '/.vite/manifest.json',
    '/constructor',
    '/__proto__',
  ])('do not give %j', (pathname) => {
    expect(get(pathname)).toBeUndefined()
  })

  it('answer reading only', () => {
    expect(get('/assets/a-1.js', {}, 'POST')).toBeUndefined()
  })
})
