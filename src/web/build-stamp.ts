import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isNativeFile, isSharedFile } from './server-doors.ts'

const settings = [
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
  'src/web/build.ts',
  'src/web/server-doors.ts',
]

/**
 * A hash of everything that goes into the bundles: pages, styles, shared files, the public folder and the settings.
 * Server files stay outside the bundles, so a change in one of them needs no build.
 */
export async function buildStamp(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version.split('.', 1)[0] ?? '')
  const files = [
    ...(await filesUnder(root, 'src')).filter(isBundled),
    ...(await filesUnder(root, 'public')),
    ...settings,
  ]
  for (const file of files.toSorted()) {
    const bytes = await readFile(path.join(root, file)).catch(() => undefined)
    if (bytes === undefined) continue
    hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes)
  }
  return hash.digest('hex').slice(0, 16)
}

function isBundled(file: string): boolean {
  if (/\.test\.tsx?$|\.md$|\.sql$/.test(file)) return false
  return !isNativeFile(file) || isSharedFile(file)
}

async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
