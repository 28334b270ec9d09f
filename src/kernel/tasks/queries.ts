import { sql } from 'kysely'
import { inScope, userIdOf, within } from '../access/index.ts'
import type { AccessTables } from '../access/index.ts'
import { query } from '../query/index.ts'
import { ListTasks, TaskPage } from './contract.ts'
import type { TasksTables } from './tables.ts'

export const listTasks = query<TasksTables & AccessTables>()({
  name: 'task.list',
  about: 'Work that waits at the actor’s places, the most urgent first.',
  input: ListTasks,
  output: TaskPage,
  allow: within('task.read'),
  async run({ db, scope, today, actor }, { status, mine, overdue, page, size }) {
    let rows = db
      .selectFrom('task')
      .innerJoin('place', 'place.id', 'task.placeId')
      .where(inScope(scope, 'task.place_id'))
    if (status !== 'all') rows = rows.where('task.status', '=', status)
    if (mine) rows = rows.where('task.assignedTo', '=', userIdOf(actor) ?? '')
    if (overdue) rows = rows.where('task.dueOn', '<', today).where('task.status', '=', 'open')
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .leftJoin('userAccount', 'userAccount.id', 'task.assignedTo')
      .select(['task.id as taskId', 'task.kind', 'task.placeId', 'place.name as placeName', 'task.subjectId'])
      .select([
        'task.assignedTo',
        'userAccount.displayName as assignedName',
        'task.dueOn',
        'task.status',
        'task.madeAt',
      ])
      .select(sql<boolean>`task.due_on < ${today} and task.status = 'open'`.as('overdue'))
      .orderBy('task.dueOn')
      .orderBy('task.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})
