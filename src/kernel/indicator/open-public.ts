import { sql } from 'kysely'
import { reader, rowsOf } from './ask.ts'
import type { AskContext } from './ask.ts'
import type { OpenedPublic, OpenFigure } from './contract.ts'
import { labelOf, readLabels, tabulate } from './figure.ts'
import { openQuestion, pageOfFilter } from './open.ts'
import { contributionsOf } from './source.ts'
import { SMALLEST_SHOWN } from './suppress.ts'

interface Cell {
  businessDay: string
  place: string
  dimension: string
  n: number
  amount: number
  hidden: 'small' | 'beside' | null
  total: number
}

/**
 * What anybody sees of the contributions: one row a day, public place and dimension, without a person.
 *
 * Within a month, place and dimension, whose sum can be known, rows stand in order of size; the small ones are hidden,
 * and after them as many as it takes that at least two rows and five contributions are hidden together. Where the
 * figure itself hides a month and dimension, all their rows are hidden.
 */
export async function openPublic(context: AskContext, filter: OpenFigure): Promise<OpenedPublic> {
  const { question, cells, said } = await openQuestion(context, filter)
  const { definition } = question
  const table = tabulate(cells)
  const dark = table.months.flatMap((month) =>
    table.dimensions.filter((dimension) => table.shown(month, dimension).hidden).map((id) => `${month} ${id}`),
  )
  const { page, size } = pageOfFilter(filter)
  const [{ rows }, labels] = await Promise.all([
    sql<Cell>`
      with cell as (
        select c.business_day, coalesce(up.name, pl.name) as place, c.dimension,
          count(*) as n, sum(c.amount)::bigint as amount
        from ${contributionsOf(definition)} c join place pl on pl.id = c.place_id
          left join place up on up.kind = ${definition.publicPlaceKind} and starts_with(pl.path, up.path)
        where ${rowsOf(question)} group by 1, 2, 3
      ), ordered as (
        select *, to_char(business_day, 'YYYY-MM') || ' ' || dimension = any(${dark}::text[]) as dark,
          min(n) over same as least, row_number() over rising as rank, sum(n) over rising - n as before,
          count(*) over () as total
        from cell
        window same as (partition by date_trunc('month', business_day), place, dimension),
          rising as (partition by date_trunc('month', business_day), place, dimension
            order by n, business_day rows unbounded preceding)
      )
      select business_day, place, dimension, n, amount, total,
        case when n < ${SMALLEST_SHOWN} then 'small'
          when dark or (least < ${SMALLEST_SHOWN} and (rank <= 2 or before < ${SMALLEST_SHOWN})) then 'beside' end as hidden
      from ordered order by business_day desc, place, dimension limit ${size} offset ${(page - 1) * size}`.execute(
      reader(context.db),
    ),
    readLabels(context.db, definition),
  ])
  return {
    ...said,
    ...table.shown('Σ', 'Σ'),
    rows: rows.map(({ dimension, total: _, ...row }) => {
      const { nameId, nameEn } = labelOf(labels, dimension)
      const shown = row.hidden === null ? row : { ...row, n: null, amount: null }
      return { ...shown, dimension, dimensionId: nameId, dimensionEn: nameEn }
    }),
    total: rows[0]?.total ?? 0,
    page,
    size,
  }
}
