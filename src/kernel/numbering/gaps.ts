import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope, within } from '../access/index.ts'
import { Instant } from '../clock/index.ts'
import { query } from '../query/index.ts'
import { pageInput, pageOf } from '../schema/contract.ts'
import { formatDocumentNumber } from './contract.ts'
import type { NumberingTables } from './tables.ts'

/** A stretch of numbers that never arrived, both ends missing. */
const NumberGap = z.strictObject({
  placeId: z.uuid(),
  placeName: z.string(),
  letter: z.string(),
  label: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.int(),
  since: Instant,
})

interface Stretch {
  placeId: string
  placeName: string
  letter: string
  label: string
  code: string
  year: number
  first: number
  last: number
  count: number
  since: string
  total: number
}

export const askGaps = query<NumberingTables>()({
  name: 'numbering.gaps',
  about: 'Document numbers that were left out and have not arrived since, by place and device.',
  input: z.strictObject(pageInput),
  output: pageOf(NumberGap),
  allow: within('numbering.read'),
  async run({ db, scope }, { page, size }) {
    const { rows } = await sql<Stretch>`
      with stretch as (
        select place_id, letter, year, min(running) as first, max(running) as last, count(*) as count, min(since) as since
        from (select *, running - row_number() over (partition by place_id, letter, year order by running) as island
          from number_missing) missing
        group by place_id, letter, year, island
      )
      select stretch.*, p.name as place_name, d.label, s.code, count(*) over () as total
      from stretch
      join number_series s using (place_id, letter, year)
      join device_letter d using (place_id, letter)
      join place p on p.id = stretch.place_id
      where ${inScope(scope, 'stretch.place_id')}
      order by stretch.since desc, stretch.place_id, letter, year, first
      limit ${size} offset ${(page - 1) * size}`.execute(db as unknown as Kysely<NumberingTables>)
    return {
      rows: rows.map(({ code, year, first, last, total: _, ...gap }) => {
        const numberOf = (running: number) => formatDocumentNumber({ unit: code, device: gap.letter, year, running })
        return { ...gap, from: numberOf(first), to: numberOf(last) }
      }),
      total: rows[0]?.total ?? 0,
      page,
      size,
    }
  },
})
