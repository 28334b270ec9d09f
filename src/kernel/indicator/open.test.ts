import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import type { TestCity } from '../../../test/city.ts'
import type { Caller } from '../app/index.ts'
import { maskName } from './mask-name.ts'
import {
  getFigure,
  listIndicators,
  listPlacesOfIndicator,
  openFigureOfficer,
  openFigureOwn,
  openFigurePublic,
} from './queries.ts'
import { addPicker, orchardManifest, pick } from './testing.ts'
import type { Picked } from './testing.ts'

let city: TestCity
let valley: string
let hill: string
let pickerId: string
let officer: Caller
const october = { name: 'apple.weight', from: '2026-10-01' }

/** In the valley, red: six on the 1st, two on the 2nd, seven on the 3rd, nine on the 4th; green on the hill: five. */
beforeAll(async () => {
  city = await openTestCity({ manifests: [orchardManifest] })
  const place = await city.addPlace({ kind: 'valley', name: 'Lembah' })
  valley = await city.addPlace({ kind: 'orchard', name: 'Kebun Satu', parentId: place })
  hill = await city.addPlace({ kind: 'orchard', name: 'Kebun Bukit' })
  pickerId = await city.system.do(addPicker, { name: 'Siti Aminah' })
  officer = await city.userWith({ roles: ['teller'], placeId: hill })
  const red = { orchardId: valley, sort: 'red', timeliness: 'same_day' as const, grams: 100 }
  const many = (n: number, row: Picked) => Array.from({ length: n }, () => row)
  await city.system.do(pick, {
    rows: [
      ...many(6, { ...red, pickedOn: '2026-10-01' }),
      ...many(2, { ...red, pickedOn: '2026-10-02', pickerId }),
      ...many(7, { ...red, pickedOn: '2026-10-03' }),
      ...many(9, { ...red, pickedOn: '2026-10-04' }),
      ...many(5, { ...red, orchardId: hill, sort: 'green', pickedOn: '2026-10-04' }),
    ],
  })
})

/** RFC 6962 written down by its definition: another way to the same root. */
function rootByDefinition(leaves: string[]): Buffer {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
  if (leaves.length === 1) return hash(Buffer.from(`\0${leaves[0]}`))
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const halves = [rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split))]
  return hash(Buffer.concat([Buffer.from([1]), ...halves]))
}

describe('the rungs', () => {
  it('all say the same n and the same root, which anybody with the hashes can compute', async () => {
    const everywhere = await city.userWith({ roles: ['auditor'] })
    const own = city.app.caller({ kind: 'user', userId: pickerId, personId: pickerId, sessionId: '', provedAt: '' })
    const opened = [
      await city.guest.ask(openFigurePublic, october),
      await officer.ask(openFigureOfficer, october),
      await own.ask(openFigureOwn, october),
      await everywhere.ask(openFigureOfficer, october),
    ]
    expect(new Set(opened.map(({ n, root }) => `${n} ${root}`)).size).toBe(1)
    expect(opened.map(({ total }) => total)).toEqual([5, 5, 2, 29])
    const rows = opened[3]?.rows as { id: string; rowHash: string }[]
    const leaves = rows.map(({ id, rowHash }) => `${id}:${rowHash}`).toSorted()
    expect(opened[0]?.root).toBe(rootByDefinition(leaves).toString('hex'))
  })

  it('the public sees days and places without persons; a small row hides another', async () => {
    const { rows, ...opened } = await city.guest.ask(openFigurePublic, october)
    expect(opened).toMatchObject({ n: 29, amount: 2900, hidden: null, total: 5 })
    expect(rows.map(({ businessDay, place, n, hidden }) => [businessDay, place, n, hidden])).toEqual([
      ['2026-10-04', 'Kebun Bukit', 5, null],
      ['2026-10-04', 'Lembah', 9, null],
      ['2026-10-03', 'Lembah', 7, null],
      ['2026-10-02', 'Lembah', null, 'small'],
      ['2026-10-01', 'Lembah', null, 'beside'],
    ])
  })

  it('hides every row of what the figure itself hides', async () => {
    const filter = { ...october, from: '2026-10-02', businessAsOf: '2026-10-02' }
    expect(await city.guest.ask(getFigure, filter)).toMatchObject({ n: null, amount: null, hidden: 'small' })
    expect(await city.guest.ask(openFigurePublic, filter)).toMatchObject({ n: null, amount: null, total: 1 })
  })

  it('the officer sees the records of the own places, with masked names and the columns of the definition', async () => {
    const { rows, columns } = await officer.ask(openFigureOfficer, { ...october, size: 1 })
    expect(columns.map(({ key }) => key)).toEqual(['name', 'tree'])
    expect(rows).toMatchObject([{ place: 'Kebun Bukit', dimensionId: 'hijau', amount: 100, details: ['', 'no. 2'] }])
    expect(rows[0]?.hrefs).toEqual([null, '/pohon/2'])
  })

  it('the person sees the own name; others only its letters', async () => {
    const own = city.app.caller({ kind: 'user', userId: pickerId, personId: pickerId, sessionId: '', provedAt: '' })
    expect((await own.ask(openFigureOwn, october)).rows[0]?.details).toEqual(['Siti Aminah'])
    const auditor = await city.userWith({ roles: ['auditor'] })
    const { rows } = await auditor.ask(openFigureOfficer, { ...october, businessAsOf: '2026-10-02' })
    expect(rows[0]?.details[0]).toBe('S••• A•••')
    expect(maskName('  Émile  ')).toBe('É•••')
  })

  it('is opened by nobody without permission, or whose permission ended yesterday', async () => {
    const late = await city.userWith({ roles: ['auditor'], to: '2026-10-09' })
    const other = await city.userWith({ roles: [] })
    for (const caller of [city.guest, late, other]) {
      await expect(caller.ask(openFigureOfficer, october)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(city.guest.ask(openFigureOwn, october)).rejects.toMatchObject({ code: 'access.sign_in' })
  })

  it('a row changed by hand changes the root', async () => {
    const before = await city.guest.ask(openFigurePublic, october)
    await city.superuser.query(
      `update picking set recorded_at = recorded_at - interval '1 microsecond' where grams = 100`,
    )
    const after = await city.guest.ask(openFigurePublic, october)
    expect(after.n).toBe(before.n)
    expect(after.root).not.toBe(before.root)
  })
})

it('lists the places by which a figure can be asked', async () => {
  const { rows } = await city.guest.ask(listPlacesOfIndicator, { name: 'apple.weight' })
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['Kebun Bukit', 1],
    ['Lembah', 1],
    ['Kebun Satu', 2],
  ])
})

it('lists what can be asked', async () => {
  const { rows, total } = await city.guest.ask(listIndicators, {})
  expect(total).toBe(city.app.registry.indicators.size)
  expect(rows).toContainEqual(expect.objectContaining({ name: 'apple.weight', measure: 'gram' }))
})
