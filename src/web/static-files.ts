import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

interface StaticFile {
  readonly type: string
  readonly etag: string
  readonly immutable: boolean
  readonly body: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer> | undefined
  readonly gzip: Uint8Array<ArrayBuffer> | undefined
}

/**
 * Serves the files of the built client from memory (a few MB). Only what was listed at the start can be asked for,
 * so no path leads out of the folder. Answers undefined for anything else.
 */
export interface StaticFiles {
  readonly count: number
  answer(method: string, pathname: string, headers: Headers): Response | undefined
}

export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of names) {
    if (!entry.isFile()) continue
    const full = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, full).split(path.sep).join('/')
    const type = contentTypes[path.extname(name)]
    if (type === undefined || name.startsWith('.')) continue
    files.set(`/${name}`, await readStaticFile(full, type, name.startsWith('assets/')))
  }
  return {
    count: files.size,
    answer(method, pathname, headers) {
      if (method !== 'GET' && method !== 'HEAD') return undefined
      const file = files.get(pathname)
      return file === undefined ? undefined : answerFile(file, method, headers)
    },
  }
}

async function readStaticFile(full: string, type: string, immutable: boolean): Promise<StaticFile> {
  const read = async (suffix: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
    readFile(full + suffix).then(
      (bytes) => Uint8Array.from(bytes),
      () => undefined,
    )
  const body = Uint8Array.from(await readFile(full))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { type, etag, immutable, body, br: await read('.br'), gzip: await read('.gz') }
}

function answerFile(file: StaticFile, method: string, asked: Headers): Response {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (asked.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const accepted = asked.get('accept-encoding') ?? ''
  let body = file.body
  if (file.br !== undefined && /\bbr\b/.test(accepted)) {
    headers.set('content-encoding', 'br')
    body = file.br
  } else if (file.gzip !== undefined && /\bgzip\b/.test(accepted)) {
    headers.set('content-encoding', 'gzip')
    body = file.gzip
  }
  headers.set('content-length', String(body.byteLength))
  return new Response(method === 'HEAD' ? null : body, { headers })
}
