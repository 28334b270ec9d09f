import { z } from 'zod'
import { actorText, systemOnly } from '../kernel/access/index.ts'
import type { App } from '../kernel/app/index.ts'
import { findPrior } from '../kernel/audit/index.ts'
import type { EntryBody } from '../kernel/audit/index.ts'
import { CivilDate } from '../kernel/clock/contract.ts'
import { operation } from '../kernel/operation/index.ts'
import type { Manifest } from '../kernel/registry/index.ts'

/**
 * The first act of a city: says on which day its story begins, and whether it is a demo. Done under one key, so that
 * a later start gets the first day back, and a demo database that is opened as a production one is a conflict.
 */
export const beginCity = operation<Record<string, never>>()({
  name: 'city.begin',
  about: 'Begins a city, as a demo or for real, once and for good.',
  input: z.strictObject({ demo: z.boolean() }),
  output: z.strictObject({ day: CivilDate }),
  allow: systemOnly(),
  async run({ today }) {
    return { day: today }
  },
})

/** Who begins a city, and under which key: the same at every start. */
export const seedActor = { kind: 'system', job: 'seed' } as const
export const CITY_KEY = 'city'

/** Whether this database was begun as a demo; undefined when nothing was begun in it yet. */
export async function begunAsDemo({ pool }: App): Promise<boolean | undefined> {
  const client = await pool.pg.connect()
  try {
    const entry = await findPrior(client, actorText(seedActor), beginCity.name, CITY_KEY)
    return entry && beginCity.input.parse((JSON.parse(entry.body) as EntryBody).input).demo
  } finally {
    client.release()
  }
}

export const cityManifest: Manifest = { name: 'city', uses: [], operations: [beginCity] }
