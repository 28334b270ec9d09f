import { randomBytes } from 'node:crypto'
import { type KeyRing, openWith, sealWith } from '../keys/index.ts'

/** How bytes are locked before they reach a disk. `decrypt` throws when the bytes were changed or the key is lost. */
export interface FileKeys {
  encrypt(plain: Buffer): Buffer
  decrypt(sealed: Buffer): Buffer
}

const mark = Buffer.from('DF1\n')

/**
 * AES-256-GCM (NIST SP 800-38D) with a key of its own for each file; that key is sealed by the ring and stands before
 * the content, so that rotating the ring does not touch a file.
 * Shape: `DF1\n`, length of the sealed key (2 bytes), sealed key, nonce (12), tag (16), content.
 */
export function ringFileKeys(ring: Pick<KeyRing, 'seal' | 'open'>): FileKeys {
  return {
    encrypt(plain) {
      const key = randomBytes(32)
      const sealedKey = Buffer.from(ring.seal('file', key), 'latin1')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(sealedKey.length)
      return Buffer.concat([mark, length, sealedKey, sealWith(key, plain)])
    },
    decrypt(sealed) {
      if (!sealed.subarray(0, mark.length).equals(mark) || sealed.length < mark.length + 2) {
        throw new Error('not a stored file, or its head is damaged')
      }
      const start = mark.length + 2
      const end = start + sealed.readUInt16BE(mark.length)
      return openWith(ring.open('file', sealed.toString('latin1', start, end)), sealed.subarray(end))
    },
  }
}
