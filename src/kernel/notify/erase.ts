import type { Eraser, OperationContext } from '../operation/index.ts'
import type { NotifyTables } from './tables.ts'

/** What was told to the person is forgotten; that something was told, and when, stays. */
export const eraseMessages: Eraser = async (context, personId) => {
  const { write } = context as unknown as OperationContext<NotifyTables>
  await write.update('message', { toPhone: null, body: '' }, { toPersonId: personId })
  await write.update(
    'message',
    { status: 'suppressed', failure: 'no_address' },
    { toPersonId: personId, status: 'queued' },
  )
  await write.remove('notifyOptOut', { personId })
}
