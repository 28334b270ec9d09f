import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '../access/index.ts'
import { Id } from '../id/contract.ts'
import { eraseSubject } from '../erasure/index.ts'
import { operation } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import type { Manifest } from '../registry/index.ts'
import { personal } from '../schema/contract.ts'

/** Two tables that only tests know: one about persons, one without an id of its own. */
export interface CanaryTables {
  canary: { id: string; personId: string; fullName: string; grams: number; note: string | null }
  canaryMark: { canaryId: string; number: number; word: string }
}

export const CANARY_NAME = 'Kenari Rahasia Tujuh'

const Canary = z.strictObject({ id: Id, personId: Id, fullName: personal(z.string()), grams: z.int() })

export const addCanary = operation<CanaryTables>()({
  name: 'canary.add',
  about: 'Adds a canary with one mark.',
  input: z.strictObject({ personId: Id, fullName: personal(z.string().min(1)), grams: z.int().min(1) }),
  output: Canary,
  allow: systemOnly(),
  async run({ write, newId, about }, { personId, fullName, grams }) {
    about(personId)
    const id = newId()
    await write.insert('canary', { id, personId, fullName, grams, note: null })
    await write.insert('canaryMark', { canaryId: id, number: 1, word: 'satu' })
    return { id, personId, fullName, grams }
  },
})

export const feedCanary = operation<CanaryTables>()({
  name: 'canary.feed',
  about: 'Changes the weight of a canary.',
  input: z.strictObject({ id: Id, grams: z.int() }),
  output: z.int(),
  allow: systemOnly(),
  async run({ write }, { id, grams }) {
    return (await write.update('canary', { grams }, { id })).length
  },
})

export const freeCanary = operation<CanaryTables>()({
  name: 'canary.free',
  about: 'Removes the mark of a canary.',
  input: z.strictObject({ id: Id }),
  output: z.int(),
  allow: systemOnly(),
  async run({ write }, { id }) {
    return (await write.remove('canaryMark', { canaryId: id })).length
  },
})

export const eraseCanary = operation<CanaryTables>()({
  name: 'canary.erase',
  about: 'Erases the person of a canary.',
  input: z.strictObject({ personId: Id }),
  output: z.null(),
  allow: systemOnly(),
  async run(context, { personId }) {
    context.about(personId)
    await eraseSubject(context as unknown as OperationContext<never>, personId)
    return null
  },
})

export const canaryManifest: Manifest = {
  name: 'canary',
  uses: [],
  migrations: [
    {
      name: '0001-canaries',
      up: [
        `create table canary (id uuid primary key, person_id uuid not null, full_name text not null,
          grams bigint not null, note text, constraint canary_grams check (grams > 0))`,
        `create table canary_mark (canary_id uuid references canary (id), number int, word text not null,
          primary key (canary_id, number))`,
      ],
    },
  ],
  tables: {
    canary: {
      holds: 'personal',
      retention: 'until the end of the test',
      proof: 'rows',
      subject: 'personId',
      personalColumns: ['fullName'],
    },
    canary_mark: {
      holds: 'operational',
      retention: 'until the end of the test',
      proof: 'rows',
      id: ['canaryId', 'number'],
    },
  },
  operations: [addCanary, feedCanary, freeCanary, eraseCanary],
  erase: async (context, personId) => {
    const { write } = context as unknown as OperationContext<CanaryTables>
    await write.update('canary', { fullName: 'dihapus' }, { personId })
  },
  derived: async (db) => {
    const { rows } = await sql<{ id: string }>`select id from canary where grams > 1000000`.execute(db)
    return rows.map(({ id }) => ({ table: 'canary', id, what: 'not_derived' as const }))
  },
}
