import type { Kysely } from 'kysely'
import { addWorkingDays, holidaysOf } from '../calendar/index.ts'
import type { CalendarTables } from '../calendar/index.ts'
import { addDays } from '../clock/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import type { TasksTables } from './tables.ts'

/** What tasks need of a running operation: the very context that `run` was given, not a part of it. */
export type TaskContext = Pick<OperationContext<never>, 'now' | 'today' | 'newId'>

export interface NewTask {
  readonly kind: string
  readonly placeId: string
  readonly subjectId: string
  /** While a task with this key is open, there is no second one. */
  readonly onceKey: string
  readonly dueInWorkingDays: number
  readonly assignedTo?: string
}

/** Opens a task in the operation's transaction, unless one with this key is open. */
export async function openTask(context: TaskContext, task: NewTask): Promise<void> {
  const { db, trail } = internalsOf(context)
  const tables = db as unknown as Kysely<TasksTables & CalendarTables>
  const { dueInWorkingDays, assignedTo = null, ...rest } = task
  const made = await tables
    .insertInto('task')
    .values({
      id: context.newId(),
      ...rest,
      assignedTo,
      dueOn: await dueOn(tables, context.today, dueInWorkingDays),
      status: 'open',
      madeAt: context.now,
      closedAt: null,
      closedBy: null,
    })
    .onConflict((conflict) => conflict.column('onceKey').where('status', '=', 'open').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) trail.wrote('task', made)
}

async function dueOn(db: Kysely<TasksTables & CalendarTables>, today: string, days: number): Promise<string> {
  const holidays = await db
    .selectFrom('holiday')
    .select('holidayOn')
    .where('holidayOn', '>=', today)
    .where('holidayOn', '<=', addDays(today, days * 3 + 30))
    .execute()
  return addWorkingDays(today, days, holidaysOf(holidays.map((holiday) => holiday.holidayOn)))
}

/** What the task was waiting for has happened: closes it, if it is open. */
export async function closeTasks(context: TaskContext, onceKey: string): Promise<void> {
  const { db, trail } = internalsOf(context)
  const closed = await (db as unknown as Kysely<TasksTables>)
    .updateTable('task')
    .set({ status: 'done', closedAt: context.now })
    .where('onceKey', '=', onceKey)
    .where('status', '=', 'open')
    .returningAll()
    .execute()
  for (const task of closed) trail.wrote('task', task)
}
