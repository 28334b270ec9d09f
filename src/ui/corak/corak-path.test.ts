import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corakPath, shortHash } from './corak-path.ts'

const hex = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...Array.from('0123456789abcdef')) })

/** The cells that a path weaves, read back from its upper threads. */
function cellsOf(path: string): Set<string> {
  const cells = new Set<string>()
  for (const [, x = '', y = '', wide = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    if (Number(y) % 4 !== 1) continue
    for (let column = Number(x) / 4; column < (Number(x) + Number(wide)) / 4; column += 1)
      cells.add(`${column},${(Number(y) - 1) / 4}`)
  }
  return cells
}

describe('corakPath', () => {
  it('weaves only the rim and nothing inside for zeros, and the whole lozenge for ones', () => {
    expect(cellsOf(corakPath('0'.repeat(64))).size).toBe(24)
    expect(cellsOf(corakPath('f'.repeat(64))).size).toBe(85)
  })

  it('is the same in all four quarters', () => {
    fc.assert(
      fc.property(hex(64), (hash) => {
        const cells = cellsOf(corakPath(hash))
        for (const cell of cells) {
          const [x = 0, y = 0] = cell.split(',').map(Number)
          expect(cells.has(`${12 - x},${y}`) && cells.has(`${x},${12 - y}`)).toBe(true)
        }
      }),
    )
  })

  it('weaves the cell of each bit by itself', () => {
    const bit = (position: number) => (1n << BigInt(39 - position)).toString(16).padStart(10, '0')
    const seen = new Set<string>()
    for (let dx = 0; dx <= 5; dx += 1) {
      for (let dy = 0; dx + dy <= 5; dy += 1) {
        const cells = cellsOf(corakPath(bit(7 * dx + dy)))
        expect(cells.has(`${6 + dx},${6 + dy}`)).toBe(true)
        seen.add([...cells].join(';'))
      }
    }
    expect(seen.size).toBe(21)
  })

  it('takes capitals for the same hash and refuses what is no hash', () => {
    expect(corakPath('57EB6B34C0')).toBe(corakPath('57eb6b34c0'))
    expect(() => corakPath('57eb6b34')).toThrow(RangeError)
    expect(() => corakPath('bukan heksadesimal')).toThrow(RangeError)
  })

  it('reads a hash aloud in two groups', () => {
    expect(shortHash('57eb6b34c0ff')).toBe('57eb 6b34')
  })
})
