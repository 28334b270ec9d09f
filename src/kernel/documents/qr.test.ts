import jsqr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrSvgPath } from './qr.ts'

/** Paints the path at four pixels a module with the quiet zone, as a scanner would see it. */
function paint({ size, path }: { size: number; path: string }): { pixels: Uint8ClampedArray; side: number } {
  const scale = 4
  const side = (size + 8) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = ((Number(y) + 4) * scale + row) * side + (Number(x) + 4) * scale + column
        pixels.fill(0, at * 4, at * 4 + 3)
      }
    }
  }
  return { pixels, side }
}

describe('qrSvgPath', () => {
  it('is read back by a scanner', () => {
    for (const text of ['https://daha.example/b/Q7fX2kLm9vT3aRz1', '0142', 'é – • ·']) {
      const { pixels, side } = paint(qrSvgPath(text))
      const read = jsqr.default(pixels, side, side)
      expect(read?.data).toBe(text)
    }
  })

  it('gives the same path for the same text', () => {
    expect(qrSvgPath('HD-A-2026-000123')).toEqual(qrSvgPath('HD-A-2026-000123'))
  })

  it('refuses a text that no code can hold', () => {
    expect(() => qrSvgPath('x'.repeat(4000))).toThrow()
    expect(() => qrSvgPath('')).toThrow()
  })
})
