import type { Kysely } from 'kysely'
import { z } from 'zod'
import { can } from '../access/index.ts'
import type { AccessTables } from '../access/index.ts'
import { operation } from '../operation/index.ts'
import type { HandOver, OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import { AssignTask, TaskId } from './contract.ts'
import type { TasksTables } from './tables.ts'

type Tables = TasksTables & AccessTables

async function placeOfTask(db: unknown, { taskId }: { taskId: string }): Promise<string> {
  const task = await (db as Kysely<TasksTables>)
    .selectFrom('task')
    .select('placeId')
    .where('id', '=', taskId)
    .executeTakeFirst()
  if (!task) throw refuse('task.unknown', {}, { kind: 'not_found' })
  return task.placeId
}

export const completeTask = operation<Tables>()({
  name: 'task.complete',
  about: 'Closes a task as done.',
  input: TaskId,
  output: z.strictObject({}),
  allow: can('task.manage', placeOfTask),
  async run({ write, now, userId }, { taskId }) {
    const set = { status: 'done', closedAt: now, closedBy: userId() } as const
    const [closed] = await write.update('task', set, { id: taskId, status: 'open' })
    if (!closed) throw refuse('task.closed_already', {}, { kind: 'conflict' })
    return {}
  },
})

export const assignTask = operation<Tables>()({
  name: 'task.assign',
  about: 'Gives an open task to a user, or back to whoever works at the place.',
  input: AssignTask,
  output: z.strictObject({}),
  allow: can('task.manage', placeOfTask),
  async run({ tx, write }, { taskId, userId }) {
    if (userId !== null) {
      const user = await tx
        .selectFrom('userAccount')
        .select('id')
        .where('id', '=', userId)
        .where('status', '=', 'active')
        .executeTakeFirst()
      if (!user) throw refuse('task.no_such_user', {}, { field: 'userId' })
    }
    const [given] = await write.update('task', { assignedTo: userId }, { id: taskId, status: 'open' })
    if (!given) throw refuse('task.closed_already', {}, { kind: 'conflict' })
    return {}
  },
})

/** A teller who leaves has the open work handed over by name. */
export const handOverTasks: HandOver = {
  count: async (db, userId) => {
    const { n } = await (db as unknown as Kysely<TasksTables>)
      .selectFrom('task')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('assignedTo', '=', userId)
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow()
    return n
  },
  move: async (given, from, to) => {
    const { write } = given as unknown as OperationContext<TasksTables>
    await write.update('task', { assignedTo: to }, { assignedTo: from, status: 'open' })
  },
}
