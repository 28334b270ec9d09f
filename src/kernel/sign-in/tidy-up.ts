import type { Kysely } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '../access/index.ts'
import { addHours } from '../clock/index.ts'
import type { JobDefinition } from '../jobs/contract.ts'
import { internalsOf, operation } from '../operation/index.ts'
import type { SignInTables } from './tables.ts'

const FORGOTTEN_HOURS = { attempt: 48, challenge: 24, code: 30 * 24, session: 365 * 24 } as const
/** Of each table in one run; the rest waits for the next night. */
const ROWS_MAX = 20_000

/** Which instant of a row says how old it is, by table. */
const aged = {
  signInAttempt: ['lastAt', 'attempt'],
  passkeyChallenge: ['expiresAt', 'challenge'],
  oneTimeCode: ['expiresAt', 'code'],
  session: ['expiresAt', 'session'],
} as const

export const tidyUp = operation<SignInTables>()({
  name: 'sign_in.tidy',
  about: 'Forgets counters, challenges, codes and sessions that are long over.',
  input: z.strictObject({}),
  output: z.strictObject({ removed: z.int() }),
  allow: systemOnly(),
  async run(context) {
    const { db, trail } = internalsOf(context)
    const tables = db as Kysely<Record<string, Record<string, unknown>>>
    let removed = 0
    for (const [table, [column, kind]] of Object.entries(aged)) {
      const before = addHours(context.now, -FORGOTTEN_HOURS[kind])
      const old = tables.selectFrom(table).select('id').where(column, '<', before).orderBy(column).limit(ROWS_MAX)
      for (const row of await tables.deleteFrom(table).where('id', 'in', old).returningAll().execute()) {
        trail.removed(
          table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          row,
        )
        removed += 1
      }
    }
    return { removed }
  },
})

export const tidyUpJob: JobDefinition = {
  name: 'sign_in.tidy_nightly',
  input: z.strictObject({}),
  holds: 'operational',
  every: '20 2 * * *',
  run: async (caller) => {
    await caller.do(tidyUp, {})
  },
}
