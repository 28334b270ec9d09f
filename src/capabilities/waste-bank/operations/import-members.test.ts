import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { refusedWith } from '../../../../test/refused-with.ts'
import { verify } from '../../../kernel/audit/index.ts'
import { readMemberBook } from '../imports/member-book.ts'
import { findMembers } from '../queries/members.ts'
import { aUnit } from '../testing.ts'
import { importMembers } from './import-members.ts'

const city = await openTestCity()
const { unitId, manager, teller } = await aUnit(city)

const names = [
  'Suparti',
  'Widodo',
  'Lestari',
  'Kasiyem',
  'Bambang',
  'Yuliati',
  'Hartono',
  'Ngatmi',
  'Sugiarto',
  'Rumini',
]
/** Three invented names that no other row has. */
const nameOf = (at: number) =>
  [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)].map((one) => names[one]).join(' ')

const counted = async () => (await manager.ask(findMembers, { unitId })).total

test('a thousand rows go in at once, once, and every row of them is in the proof', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    line: at + 2,
    fullName: nameOf(at),
    birthYear: 1950 + (at % 50),
  }))
  const done = await manager.do(importMembers, { unitId, rows }, { key: 'book' })
  expect(done).toEqual({ joined: 1000, rejected: [] })
  expect(await manager.do(importMembers, { unitId, rows }, { key: 'book' })).toEqual(done)
  expect(await counted()).toBe(1000)
  const entries = await city.superuser.query<{ body: string }>(
    `select body::text from audit_entry where body::text like '%member.import%'`,
  )
  expect(entries.rows).toHaveLength(1)
  expect(entries.rows[0]?.body).not.toContain('Suparti')
  expect((await verify(city.app)).findings).toEqual([])
}, 60_000)

test('numbers of the book are kept, and the others follow the highest', async () => {
  const own = await aUnit(city)
  const rows = [
    { line: 2, number: 40, fullName: 'Paimin Utomo', birthYear: 1961 },
    { line: 3, fullName: 'Sulastri Ayu', birthYear: 1971 },
  ]
  await own.manager.do(importMembers, { unitId: own.unitId, rows })
  const { rows: members } = await own.manager.ask(findMembers, { unitId: own.unitId })
  expect(members.map(({ number }) => number)).toEqual([40, 41])
})

test('one bad row keeps all out, or is said by its line while the others go in', async () => {
  const before = await counted()
  const rows = [
    { line: 2, number: 5000, fullName: 'Tumini Asih', birthYear: 1958 },
    { line: 3, number: 5000, fullName: 'Giman Raharjo', birthYear: 1959 },
    { line: 4, fullName: 'Tanpa Tahun' },
    { line: 5, fullName: 'Salah Nomor', birthYear: 1960, phone: '12' },
    { line: 6, fullName: nameOf(0), birthYear: 1950 },
  ]
  const refused = await refusedWith(city, manager.do(importMembers, { unitId, rows }))
  expect(refused).toEqual({ code: 'member.number_taken', field: '3.number', kind: 'invalid' })
  expect(await counted()).toBe(before)
  const { joined, rejected } = await manager.do(importMembers, { unitId, rows, allOrNothing: false })
  expect(joined).toBe(1)
  expect(rejected.map(({ line, field, code }) => [line, field, code])).toEqual([
    [3, 'number', 'member.number_taken'],
    [4, 'birthYear', 'person.birth_unknown'],
    [5, 'phone', 'phone.not_a_number'],
    [6, 'fullName', 'person.looks_like'],
  ])
  const confirm = ['person.birth_unknown', 'person.looks_like']
  const again = await manager.do(importMembers, { unitId, rows: [...rows.slice(2, 3), ...rows.slice(4)] }, { confirm })
  expect(again).toEqual({ joined: 2, rejected: [] })
})

test('a teller imports nobody', async () => {
  const rows = [{ line: 2, fullName: 'Siapa Saja', birthYear: 1980 }]
  expect(await refusedWith(city, teller.do(importMembers, { unitId, rows }))).toMatchObject({ code: 'access.denied' })
})

test('a book is read as people keep it, and a formula in a name does not come in', async () => {
  const text =
    'BUKU NASABAH;;;;\nNo;Nama;Tahun Lahir;No HP;Alamat\n1;=Suparti;1958;081234567890;RT 01\n2;Widodo;58;;\n3;;1960;;\n'
  const { rows, rejected, flags } = await readMemberBook({ name: 'buku.csv', bytes: Buffer.from(text) }, '2026-10-10')
  expect(rows).toEqual([
    { line: 3, values: { number: 1, fullName: 'Suparti', birthYear: 1958, phone: '081234567890', address: 'RT 01' } },
  ])
  expect(rejected.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
    [4, 'tabular.row.not_a_year'],
    [5, 'tabular.row.required'],
  ])
  expect(flags).toMatchObject([{ line: 3, field: 'fullName', code: 'tabular.flag.neutralised' }])
})
