import * as nodeFs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intakes } from './contract.ts'
import { type FileSystem, diskFileStore } from './disk-file-store.ts'
import { FileDamaged } from './file-store.ts'
import { aFileKeys, aPhoto } from './testing.ts'

const photo = { intake: intakes.photo, name: 'foto.jpg', field: 'photo' }
let root = ''

beforeEach(async () => {
  root = await nodeFs.mkdtemp(join(tmpdir(), 'daha-files-'))
})
afterEach(async () => {
  await nodeFs.rm(root, { recursive: true, force: true })
})

/** All files under the root, without folders. */
async function filesOnDisk(): Promise<string[]> {
  const entries = await nodeFs.readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A file system on which writing the content of a file fails as the kernel would report it. */
function failingFs(code: string, at: 'writeFile' | 'sync' | 'rename'): FileSystem {
  const failure = Object.assign(new Error(`${code}: simulated`), { code })
  return {
    ...nodeFs,
    rename: at === 'rename' ? () => Promise.reject(failure) : nodeFs.rename,
    open: async (...parameters) => {
      const handle = await nodeFs.open(...parameters)
      if (parameters[1] === 'wx' && at !== 'rename') {
        handle[at] = async () => {
          if (at === 'writeFile') await handle.write('torn')
          throw failure
        }
      }
      return handle
    },
  }
}

describe('diskFileStore', () => {
  it('gives back what it took, under its SHA-256, encrypted on the disk', async () => {
    const store = diskFileStore({ root, keys: aFileKeys() })
    const original = await aPhoto()
    const stored = await store.put(original, photo)
    expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(stored).toMatchObject({ bytes: original.length, mediaType: 'image/jpeg' })
    expect((await store.open(stored.sha256)).equals(original)).toBe(true)
    const [file = ''] = await filesOnDisk()
    const onDisk = await nodeFs.readFile(file)
    expect(onDisk.includes(original.subarray(0, 64))).toBe(false)
    expect((await nodeFs.stat(file)).mode & 0o077).toBe(0)
  })

  it('keeps the same content once, also when it comes as a stream or twice at the same time', async () => {
    const store = diskFileStore({ root, keys: aFileKeys() })
    const original = await aPhoto()
    async function* stream() {
      yield original.subarray(0, 100)
      yield original.subarray(100)
    }
    const all = await Promise.all([store.put(original, photo), store.put(original, photo), store.put(stream(), photo)])
    expect(new Set(all.map((stored) => stored.sha256)).size).toBe(1)
    expect(await filesOnDisk()).toHaveLength(1)
  })

  it('stops reading a stream at its limit', async () => {
    let parts = 0
    async function* endless() {
      for (;;) {
        parts += 1
        yield Buffer.alloc(1_000_000)
      }
    }
    const store = diskFileStore({ root, keys: aFileKeys() })
    await expect(store.put(endless(), photo)).rejects.toMatchObject({
      code: 'file.over_limit',
      params: { limitMb: 15 },
    })
    expect(parts).toBe(16)
    expect(await filesOnDisk()).toEqual([])
  })

  it.each(['writeFile', 'sync', 'rename'] as const)(
    'refuses in words when the disk is full at %s, and leaves nothing torn',
    async (at) => {
      const keys = aFileKeys()
      const original = await aPhoto()
      const full = diskFileStore({ root, keys, fs: failingFs('ENOSPC', at) })
      await expect(full.put(original, photo)).rejects.toMatchObject({ code: 'file.disk_full', kind: 'precondition' })
      expect(await filesOnDisk()).toEqual([])

      const store = diskFileStore({ root, keys })
      const { sha256 } = await store.put(original, photo)
      expect((await store.open(sha256)).equals(original)).toBe(true)
    },
  )

  it('does not hide another fault of the disk', async () => {
    const store = diskFileStore({ root, keys: aFileKeys(), fs: failingFs('EIO', 'sync') })
    await expect(store.put(await aPhoto(), photo)).rejects.toThrow('EIO')
    expect(await filesOnDisk()).toEqual([])
  })

  it('notices a changed byte, and is healed when the file is sent again', async () => {
    const store = diskFileStore({ root, keys: aFileKeys() })
    const original = await aPhoto()
    const { sha256 } = await store.put(original, photo)
    const [file = ''] = await filesOnDisk()
    const bytes = await nodeFs.readFile(file)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await nodeFs.writeFile(file, bytes)
    await expect(store.open(sha256)).rejects.toThrow(FileDamaged)
    await store.put(original, photo)
    expect((await store.open(sha256)).equals(original)).toBe(true)
  })

  it('cannot be opened with other keys', async () => {
    const { sha256 } = await diskFileStore({ root, keys: aFileKeys() }).put(await aPhoto(), photo)
    await expect(diskFileStore({ root, keys: aFileKeys() }).open(sha256)).rejects.toThrow(FileDamaged)
  })

  it('removes, and refuses what is not there or no name of a file', async () => {
    const store = diskFileStore({ root, keys: aFileKeys() })
    const { sha256 } = await store.put(await aPhoto(), photo)
    expect([await store.remove(sha256), await store.remove(sha256), await store.has(sha256)]).toEqual([
      true,
      false,
      false,
    ])
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'file.not_found', kind: 'not_found' })
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64)]) {
      await expect(store.open(name)).rejects.toMatchObject({ code: 'file.not_found' })
      expect(await store.has(name)).toBe(false)
    }
  })

  it('sweeps what a killed program left', async () => {
    await nodeFs.mkdir(join(root, 'arriving'), { recursive: true })
    await nodeFs.writeFile(join(root, 'arriving', 'half'), 'half')
    const store = diskFileStore({ root, keys: aFileKeys() })
    expect([await store.removeUnfinished(), await store.removeUnfinished()]).toEqual([1, 0])
  })
})
