import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTexts } from '../i18n/index.ts'
import { aFileKeys } from './testing.ts'
import { texts } from './texts/index.ts'

describe('ringFileKeys', () => {
  const keys = aFileKeys()

  it('opens what it sealed, and seals the same bytes differently each time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const plain = Buffer.from(bytes)
        const sealed = keys.encrypt(plain)
        expect(keys.decrypt(sealed).equals(plain)).toBe(true)
        expect(keys.encrypt(plain).equals(sealed)).toBe(false)
      }),
    )
  })

  it('notices any changed byte', () => {
    const sealed = keys.encrypt(Buffer.from('Rp11.250'))
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 0x41
      expect(() => keys.decrypt(changed)).toThrow()
    }
    expect(() => keys.decrypt(Buffer.alloc(0))).toThrow()
  })
})

describe('texts of files', () => {
  it('are whole in both languages', () => {
    expect(checkTexts(texts)).toEqual([])
  })
})
