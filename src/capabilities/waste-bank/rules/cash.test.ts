import { expect, it } from 'vitest'
import { sumOfPieces } from './cash.ts'

const counted = (pieces: Record<string, string>) => sumOfPieces((field) => pieces[field] ?? '')

it('adds what was counted by notes and coins', () => {
  expect(counted({ d100000: '2', d2000: ' 3 ', d500: '1' })).toBe(206_500)
  expect(counted({ d100: '0' })).toBe(0)
})

it('says nothing when nothing was counted, or not in whole pieces', () => {
  expect(counted({})).toBeUndefined()
  expect(counted({ d100000: '2', d50000: '1,5' })).toBeUndefined()
  expect(counted({ d100000: '-2' })).toBeUndefined()
})
