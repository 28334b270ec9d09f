import type { ReadOnly } from '../../../kernel/operation/index.ts'
import type { WasteBankTables } from '../tables.ts'

type Reader = ReadOnly<Pick<WasteBankTables, 'priceList' | 'sharingRule' | 'unitLimit'>>

/** The list that holds on a day: the latest one that has begun. */
export async function findPriceList(db: Reader, unitId: string, day: string) {
  return db
    .selectFrom('priceList')
    .select(['id', 'validFrom'])
    .where('unitId', '=', unitId)
    .where('withdrawnAt', 'is', null)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findSharing(db: Reader, unitId: string, day: string) {
  return db
    .selectFrom('sharingRule')
    .select(['id', 'kind', 'memberBasisPoints', 'validFrom'])
    .where('unitId', '=', unitId)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Default limits where a unit has set none: 100 kg a line, ten times the usual (asumsi). */
export const defaultLimit = { lineMax: 100_000, medianFactor: 10 }

export async function getLimit(db: Reader, unitId: string, day: string) {
  const limit = await db
    .selectFrom('unitLimit')
    .select(['lineMax', 'medianFactor'])
    .where('unitId', '=', unitId)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  return limit ?? defaultLimit
}
