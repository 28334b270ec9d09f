import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corakCells, corakPath, runsOf, shortHash } from './corak.ts'

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hexOf)

describe('corak', () => {
  it('weaves a known hash as the identity drew it', () => {
    const picture = corakCells(`57eb6b34${'0'.repeat(56)}`).map((row) => row.map((cell) => (cell ? '#' : '.')).join(''))
    expect(picture.slice(0, 6)).toEqual([
      '......#......',
      '.....###.....',
      '....#...#....',
      '...#######...',
      '..##.#.#.##..',
      '.###########.',
    ])
  })

  it('is a lozenge with an outline, folded over both axes', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const cells = corakCells(hash)
        expect(cells).toHaveLength(13)
        for (const [y, row] of cells.entries()) {
          expect(row).toHaveLength(13)
          for (const [x, cell] of row.entries()) {
            const distance = Math.abs(x - 6) + Math.abs(y - 6)
            if (distance > 6) expect(cell).toBe(false)
            if (distance === 6) expect(cell).toBe(true)
            expect(cell).toBe(cells[12 - y]?.[x])
            expect(cell).toBe(row[12 - x])
          }
        }
      }),
    )
  })

  it('changes with a bit of the first half, and not with the case of the digits', () => {
    const hash = 'a'.repeat(64)
    expect(corakCells(hash.toUpperCase())).toEqual(corakCells(hash))
    expect(corakPath(`2${hash.slice(1)}`)).not.toBe(corakPath(hash))
  })

  it('refuses what is not a SHA-256', () => {
    for (const wrong of ['', '57eb6b34', 'g'.repeat(64), 'a'.repeat(65)])
      expect(() => corakCells(wrong)).toThrow(RangeError)
  })

  it('draws two threads a row', () => {
    const path = corakPath('0'.repeat(64))
    expect(path.startsWith('M24 1h4M24 3h4M20 5h4M28 5h4')).toBe(true)
  })

  it('joins neighbours to runs that cover exactly the set cells', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (row) => {
        const covered = row.map(() => false)
        for (const run of runsOf(row)) covered.fill(true, run.from, run.from + run.length)
        expect(covered).toEqual(row)
      }),
    )
  })

  it('shortens a hash for reading aloud', () => {
    expect(shortHash('57EB6B34ff')).toBe('57eb 6b34')
  })
})
