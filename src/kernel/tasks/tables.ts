import type { ColumnType } from 'kysely'

/** Work that waits for somebody at a place: who, what, until when. */
export interface TaskTable {
  id: string
  /** `noun_state`; its words are `task.<kind>` of the part that opened it. */
  kind: string
  placeId: string
  /** What it is about: a unit, a person, a record. */
  subjectId: string
  assignedTo: string | null
  dueOn: string
  status: 'open' | 'done' | 'dropped'
  onceKey: string
  madeAt: ColumnType<string, string, never>
  closedAt: string | null
  closedBy: string | null
}

export interface TasksTables {
  task: TaskTable
}
