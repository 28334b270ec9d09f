import { expect, it } from 'vitest'
import type { Verdict } from './verify.ts'
import { wordVerdict } from './word-verdict.ts'

const checked = { rows: 12_000, tables: 30, entries: 1, seals: 1, unsealed: 0, migrations: 9, erasures: 0 }
const verdict = (findings: Verdict['findings'], unlisted = 0): Verdict => ({ checked, findings, unlisted })

it('says what was looked at when everything matches', () => {
  expect(wordVerdict(verdict([]), 'id')).toEqual(['Semua cocok: 12.000 baris di 30 tabel, 1 catatan, 1 segel.'])
  expect(wordVerdict(verdict([]), 'en')).toEqual(['Everything matches: 12,000 rows in 30 tables, 1 entry, 1 seal.'])
  const young: Verdict = { ...verdict([]), checked: { ...checked, unsealed: 2 } }
  expect(wordVerdict(young, 'id').at(-1)).toBe('2 catatan belum disegel; disegel sekarang.')
})

it('names table and row of every finding, how many there are, and what to do', () => {
  const lines = wordVerdict(
    verdict(
      [
        { table: 'deposit', id: 'd1', what: 'changed' },
        { table: 'posting', id: 't1/0', what: 'missing' },
        { table: 'place', id: 'p1', what: 'inserted' },
        { table: 'account', id: 'a1', what: 'not_derived', detail: 'balance 5, postings 4' },
        { table: 'extra', id: '*', what: 'inserted', detail: 'table' },
        { table: 'deposit', id: 'sly', what: 'inserted', detail: 'trigger' },
      ],
      3,
    ),
    'en',
  )
  expect(lines).toEqual([
    '9 things do not match what was recorded. This check changed nothing.',
    'deposit: row d1 was changed outside Daha.',
    'posting: row t1/0 was deleted outside Daha.',
    'place: row p1 was inserted outside Daha.',
    'account: the value of row a1 is not what its sources add up to. (balance 5, postings 4)',
    'Table extra was not made by Daha.',
    'deposit: there is a trigger sly that Daha did not make.',
    'And 3 more, not listed.',
    'Keep this database as it is, ask who holds its password, and compare it with the latest backup.',
  ])
})
