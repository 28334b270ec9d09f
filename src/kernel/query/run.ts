import type { z } from 'zod'
import { openGate } from '../access/index.ts'
import type { Actor } from '../access/index.ts'
import { businessDay } from '../clock/index.ts'
import { toRefusal } from '../database/index.ts'
import type { Host } from '../operation/index.ts'
import { refuseZod } from '../refusal/index.ts'
import type { Query, QueryContext } from './query.ts'

/** Runs a query for one actor: parse → who may, and what of it → read. */
export async function runQuery<I extends z.ZodType, O extends z.ZodType>(
  host: Host,
  query: Query<I, O>,
  raw: unknown,
  actor: Actor,
): Promise<z.output<O>> {
  const parsed = query.input.safeParse(raw)
  if (!parsed.success) throw refuseZod(parsed.error, raw)
  const now = host.clock.now()
  const today = businessDay(now, host.city.zone)
  const db = host.pool.kysely<never>()
  const client = host.pool.pg as unknown as Parameters<typeof openGate>[0]['client']
  try {
    const gate = openGate({ client, db: db as never, actor, now, today, rolesWith: host.rolesWith })
    const { scope } = await query.allow.decide(gate, parsed.data)
    const { city, ring, permissions, indicators } = host
    const context = { db, scope, actor, now, today, city, ring, permissions, indicators }
    return query.output.parse(await query.body(context as unknown as QueryContext<never, never>, parsed.data))
  } catch (fault) {
    throw toRefusal(fault, host.constraints)
  }
}
