import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { can, systemOnly } from '../access/index.ts'
import { verify } from '../audit/index.ts'
import { fixedHolidays } from '../calendar/index.ts'
import type { CalendarTables } from '../calendar/index.ts'
import { instantAt, systemClock } from '../clock/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { newId } from '../id/index.ts'
import { operation } from '../operation/index.ts'
import { assignTask, closeTasks, completeTask, listTasks, openTask } from './index.ts'
import { handOverTasks } from './operations.ts'
import { texts } from './texts/index.ts'

const at = <I extends { placeId: string }>() => can<I>('uji.work', (_, { placeId }) => placeId)
const open = operation<object>()({
  name: 'uji.open',
  about: 'Opens a task.',
  input: z.strictObject({
    placeId: z.string(),
    onceKey: z.string(),
    days: z.int().default(3),
    assignedTo: z.string().optional(),
  }),
  output: z.null(),
  allow: at(),
  async run(context, { placeId, onceKey, days, assignedTo }) {
    const task = { kind: 'price_list_missing', placeId, subjectId: placeId, onceKey, dueInWorkingDays: days }
    await openTask(context, assignedTo === undefined ? task : { ...task, assignedTo })
    return null
  },
})
const close = operation<object>()({
  name: 'uji.close',
  about: 'Closes what waited.',
  input: z.strictObject({ placeId: z.string(), onceKey: z.string() }),
  output: z.null(),
  allow: at(),
  async run(context, { onceKey }) {
    await closeTasks(context, onceKey)
    return null
  },
})
const move = operation<object>()({
  name: 'uji.move',
  about: 'Hands work over.',
  input: z.strictObject({ from: z.string(), to: z.string() }),
  output: z.int(),
  allow: systemOnly(),
  async run(context, { from, to }) {
    const n = await handOverTasks.count(context.tx as never, from)
    await handOverTasks.move(context as never, from, to)
    return n
  },
})
const holidays = operation<CalendarTables>()({
  name: 'uji.holidays',
  about: 'The fixed holidays of a year.',
  input: z.strictObject({ year: z.int() }),
  output: z.null(),
  allow: systemOnly(),
  async run({ write }, { year }) {
    await write.insertMany('holiday', fixedHolidays(year))
    return null
  },
})

const city = await openTestCity({
  manifests: [
    { name: 'uji', uses: [], operations: [open, close, move, holidays], permissions: { 'uji.work': ['uji_manager'] } },
  ],
})

async function aUnit() {
  const placeId = await city.addPlace({ kind: 'waste_unit', name: 'Unit Uji' })
  const manager = await city.userWith({ roles: ['uji_manager', 'waste_manager'], placeId })
  const teller = await city.userWith({ roles: ['teller'], placeId })
  const onceKey = newId(systemClock)
  const list = async (input: z.input<typeof listTasks.input> = {}) => (await manager.ask(listTasks, input)).rows
  return {
    placeId,
    manager,
    teller,
    onceKey,
    list,
    open: (more = {}) => manager.do(open, { placeId, onceKey, ...more }),
  }
}
const only = <R>(rows: readonly R[]): R => {
  expect(rows).toHaveLength(1)
  return rows[0] as R
}

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('a task', () => {
  it('is opened once while it is open, due in working days, and again after it was closed', async () => {
    const unit = await aUnit()
    await Promise.all([unit.open(), unit.open(), unit.open()])
    const task = only(await unit.list())
    // Three working days after Saturday 10 October end on Wednesday.
    expect(task).toMatchObject({ dueOn: '2026-10-14', placeName: 'Unit Uji', overdue: false, assignedTo: null })
    await unit.manager.do(close, { placeId: unit.placeId, onceKey: unit.onceKey })
    expect(await unit.list()).toEqual([])
    await unit.open()
    expect(only(await unit.list()).taskId).not.toBe(task.taskId)
    expect(await unit.list({ status: 'all' })).toHaveLength(2)
  })

  it('does not fall due on a holiday', async () => {
    const now = city.clock.now()
    await city.system.do(holidays, { year: 2026 })
    city.clock.set(instantAt('2026-12-24', { hour: 9, minute: 0 }, 'Asia/Jakarta'))
    const unit = await aUnit()
    await unit.open({ days: 1 })
    city.clock.set(now)
    expect(only(await unit.list()).dueOn).toBe('2026-12-28')
  })
})

describe('task.complete', () => {
  it('closes once, for those who manage the place', async () => {
    const [unit, other] = [await aUnit(), await aUnit()]
    await unit.open()
    const { taskId } = only(await unit.list())
    await expect(unit.teller.do(completeTask, { taskId })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(other.manager.do(completeTask, { taskId })).rejects.toMatchObject({ code: 'access.denied' })
    for (const key of ['k', 'k']) await unit.manager.do(completeTask, { taskId }, { key })
    await expect(unit.manager.do(completeTask, { taskId })).rejects.toMatchObject({ code: 'task.closed_already' })
    expect(only(await unit.list({ status: 'done' })).taskId).toBe(taskId)
    const unknown = unit.manager.do(completeTask, { taskId: newId(systemClock) })
    await expect(unknown).rejects.toMatchObject({ code: 'task.unknown', kind: 'not_found' })
  })
})

describe('task.assign', () => {
  it('gives an open task to a user who is there, and back', async () => {
    const unit = await aUnit()
    await unit.open()
    const { taskId } = only(await unit.list())
    const give = (userId: string | null) => unit.manager.do(assignTask, { taskId, userId })
    await give(unit.teller.userId)
    const mine = { mine: true }
    expect(only((await unit.teller.ask(listTasks, mine)).rows)).toMatchObject({ taskId, assignedName: 'Pengguna Uji' })
    expect(await unit.list(mine)).toEqual([])
    await give(null)
    expect((await unit.teller.ask(listTasks, mine)).rows).toEqual([])
    await expect(give(newId(systemClock))).rejects.toMatchObject({ code: 'task.no_such_user' })
    await expect(unit.teller.do(assignTask, { taskId, userId: null })).rejects.toMatchObject({ code: 'access.denied' })
    await unit.manager.do(completeTask, { taskId })
    await expect(give(unit.teller.userId)).rejects.toMatchObject({ code: 'task.closed_already' })
  })
})

it('hands over open work, and leaves what is done', async () => {
  const unit = await aUnit()
  const from = unit.teller.userId
  await unit.open({ assignedTo: from, onceKey: newId(systemClock) })
  await unit.open({ assignedTo: from })
  await unit.manager.do(close, { placeId: unit.placeId, onceKey: unit.onceKey })
  expect(await city.system.do(move, { from, to: unit.manager.userId })).toBe(1)
  expect(only(await unit.list({ mine: true }))).toMatchObject({ status: 'open' })
  expect(only(await unit.list({ status: 'done' })).assignedTo).toBe(from)
})

describe('task.list', () => {
  it('shows what is overdue, at one’s own places only', async () => {
    const [unit, other] = [await aUnit(), await aUnit()]
    await unit.open({ days: 0 })
    await other.open({ days: 0 })
    expect(await unit.list({ overdue: true })).toEqual([])
    const now = city.clock.now()
    city.clock.set(instantAt('2026-10-12', { hour: 9, minute: 0 }, 'Asia/Jakarta'))
    expect(only(await unit.list({ overdue: true })).overdue).toBe(true)
    city.clock.set(now)
    await expect(city.guest.ask(listTasks, {})).rejects.toMatchObject({ code: 'access.sign_in' })
    const size = unit.manager.ask(listTasks, { size: 201 })
    await expect(size).rejects.toMatchObject({ issues: [{ field: 'size' }] })
  })
})

it('leaves every row proved', async () => {
  expect((await verify(city.app)).findings).toEqual([])
})
