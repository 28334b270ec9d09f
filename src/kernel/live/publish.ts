import { internalsOf } from '../operation/index.ts'

/** The channel of PostgreSQL's NOTIFY on which every message of a city travels. */
export const LIVE_CHANNEL = 'daha_live'

/**
 * Says that something under a topic changed; heard when, and only when, the operation commits.
 * Ids only: whoever hears it asks the query again, and the query decides what they may see.
 */
export async function publish(context: object, topic: string, id = ''): Promise<void> {
  const { client } = internalsOf(context)
  const message = JSON.stringify({ topic, id })
  await client.query({ name: 'live.publish', text: 'select pg_notify($1, $2)', values: [LIVE_CHANNEL, message] })
}
