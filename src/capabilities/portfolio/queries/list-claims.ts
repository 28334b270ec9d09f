import { inScope, within } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { ClaimPageOf, ListClaims } from '../contract.ts'
import { claimSentence } from '../rules/claim-sentence.ts'
import type { PortfolioTables } from '../tables.ts'
import { definitionOf } from './find-pin.ts'

export const listClaims = query<PortfolioTables & AccessTables>()({
  name: 'claim.list',
  about: 'Claims of the places that the reader answers for, by number, sentence and state.',
  input: ListClaims,
  output: ClaimPageOf,
  allow: within('claim.read'),
  async run({ db, scope, indicators }, { search, status, sort, page, size }) {
    const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
    let found = db
      .selectFrom('claim')
      .innerJoin('pin', 'pin.claimId', 'claim.id')
      .innerJoin('place', 'place.id', 'claim.placeId')
      .where(inScope(scope, 'claim.placeId'))
    if (search !== '') {
      found = found.where((where) =>
        where.or([where('claim.number', 'ilike', like), where('claim.textId', 'ilike', like)]),
      )
    }
    if (status !== 'all') found = found.where('claim.withdrawnAt', status === 'standing' ? 'is' : 'is not', null)
    const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const direction = sort === 'newest' ? 'desc' : 'asc'
    const rows = await found
      .select(['claim.id as claimId', 'pin.id as pinId', 'claim.number', 'claim.textId', 'claim.textEn'])
      .select(['place.name as place', 'claim.madeAt', 'claim.token', 'claim.withdrawnAt'])
      .select(['pin.n', 'pin.amount', 'pin.indicator'])
      .orderBy('claim.madeAt', direction)
      .orderBy('claim.id', direction)
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return {
      rows: rows.map(({ textId, textEn, indicator, amount, ...row }) => {
        const { measure } = definitionOf(indicators, indicator)
        return {
          ...row,
          sentenceId: claimSentence(textId, amount, measure, 'id'),
          sentenceEn: claimSentence(textEn, amount, measure, 'en'),
        }
      }),
      total,
      page,
      size,
    }
  },
})
