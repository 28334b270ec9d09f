import { z } from 'zod'
import { systemOnly } from '../kernel/access/index.ts'
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

export const cityManifest: Manifest = { name: 'city', uses: [], operations: [beginCity] }
