import type { Manifest } from '../registry/index.ts'
import { permissions } from './contract.ts'
import { tasks } from './migrations/0001-tasks.ts'
import { assignTask, completeTask, handOverTasks } from './operations.ts'
import { listTasks } from './queries.ts'
import { texts } from './texts/index.ts'

export const tasksManifest: Manifest = {
  name: 'tasks',
  uses: [],
  migrations: [tasks],
  tables: { task: { holds: 'operational', retention: 'five years after it was closed (asumsi)', proof: 'rows' } },
  permissions,
  operations: [completeTask, assignTask],
  queries: [listTasks],
  texts,
  handOver: handOverTasks,
}
