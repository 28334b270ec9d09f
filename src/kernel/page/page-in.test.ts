import { expect, it } from 'vitest'
import { pageIn } from './page-in.ts'

it.each([
  ['', 1],
  ['halaman=3', 3],
  ['halaman=0', 1],
  ['halaman=1.5', 1],
  ['halaman=dua', 1],
  ['halaman=100001', 1],
])('reads the page of %j as %i', (query, page) => {
  expect(pageIn(new URLSearchParams(query))).toBe(page)
})
