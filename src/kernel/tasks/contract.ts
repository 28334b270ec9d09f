import { z } from 'zod'
import { CivilDate, Instant } from '../clock/contract.ts'
import { Id } from '../id/contract.ts'
import { pageInput, pageOf } from '../schema/contract.ts'

export const permissions = {
  'task.read': ['city_admin', 'waste_city_manager', 'waste_manager', 'teller', 'smart_city_team', 'auditor'],
  'task.manage': ['city_admin', 'waste_city_manager', 'waste_manager'],
} as const

export const TaskRow = z.strictObject({
  taskId: Id,
  kind: z.string(),
  placeId: Id,
  placeName: z.string(),
  subjectId: Id,
  assignedTo: Id.nullable(),
  assignedName: z.string().nullable(),
  dueOn: CivilDate,
  overdue: z.boolean(),
  status: z.enum(['open', 'done', 'dropped']),
  madeAt: Instant,
})
export const TaskPage = pageOf(TaskRow)
export const ListTasks = z.strictObject({
  status: z.enum(['open', 'done', 'dropped', 'all']).default('open'),
  /** Only the actor's own. */
  mine: z.boolean().default(false),
  overdue: z.boolean().default(false),
  ...pageInput,
})
export const TaskId = z.strictObject({ taskId: Id })
export const AssignTask = z.strictObject({ taskId: Id, userId: Id.nullable() })
