import { sql } from 'kysely'
import { z } from 'zod'
import { anyone, can, signedIn } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import { CivilDate } from '../../../kernel/clock/contract.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { pageInput, pageOf } from '../../../kernel/schema/contract.ts'
import { GetPrices, ListMaterials, MaterialPage, PriceList } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'
import { defaultLimit, findPriceList, findSharing } from './read-rules.ts'
import { searchPattern } from './search.ts'

type Tables = WasteBankTables & AccessTables

export const listMaterials = query<Tables>()({
  name: 'material.list',
  about: 'The city’s catalogue of materials.',
  input: ListMaterials,
  output: MaterialPage,
  allow: signedIn(),
  async run({ db, today }, { search, status, page, size }) {
    const pattern = searchPattern(search)
    let rows = db.selectFrom('material')
    if (pattern) {
      rows = rows.where((eb) =>
        eb.or([
          eb('nameId', 'ilike', pattern),
          eb('nameEn', 'ilike', pattern),
          eb('code', 'ilike', pattern),
          eb('category', 'ilike', pattern),
        ]),
      )
    }
    if (status === 'open') rows = rows.where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', today)]))
    if (status === 'closed') rows = rows.where('validTo', '<=', today)
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .select(['id', 'code', 'nameId', 'nameEn', 'category', 'measure', 'picture', 'validFrom', 'validTo'])
      .orderBy('category')
      .orderBy('nameId')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})

/** A price list hangs on the wall for everybody; so it is open here too. */
export const getPrices = query<Tables>()({
  name: 'price.today',
  about: 'A unit’s prices and sharing rule on a day, today unless said.',
  input: GetPrices,
  output: PriceList,
  allow: anyone(),
  async run({ db, today }, { unitId, day = today }) {
    const unit = await db
      .selectFrom('wasteUnit')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .select(['place.name as unitName', 'parent.name as kelurahan'])
      .where('wasteUnit.id', '=', unitId)
      .executeTakeFirst()
    if (!unit) throw refuse('waste_unit.unknown', {}, { kind: 'not_found' })
    const list = await findPriceList(db, unitId, day)
    const sharing = await findSharing(db, unitId, day)
    const prices = list
      ? await db
          .selectFrom('price')
          .innerJoin('material', 'material.id', 'price.materialId')
          .innerJoin('unitMaterial', (join) =>
            join.onRef('unitMaterial.materialId', '=', 'material.id').on('unitMaterial.unitId', '=', unitId),
          )
          .select(['price.materialId', 'material.nameId', 'material.nameEn', 'material.measure', 'material.picture'])
          .select(['material.category', 'price.rupiah', 'unitMaterial.position'])
          .where('price.listId', '=', list.id)
          .where((eb) => eb.or([eb('material.validTo', 'is', null), eb('material.validTo', '>', day)]))
          .orderBy('unitMaterial.position')
          .orderBy('material.nameId')
          .execute()
      : []
    return {
      unitId,
      ...unit,
      day,
      listId: list?.id ?? null,
      validFrom: list?.validFrom ?? null,
      sharing: sharing
        ? { kind: sharing.kind, memberBasisPoints: sharing.memberBasisPoints, validFrom: sharing.validFrom }
        : null,
      prices,
    }
  },
})

const RuleHistory = z.strictObject({
  priceLists: pageOf(
    z.strictObject({
      listId: z.string(),
      validFrom: CivilDate,
      prices: z.int(),
      madeBy: z.string(),
      withdrawn: z.boolean(),
    }),
  ),
  sharing: z.array(
    z.strictObject({
      ruleId: z.string(),
      validFrom: CivilDate,
      kind: z.enum(['percentage', 'margin']),
      memberBasisPoints: z.int(),
      madeBy: z.string(),
    }),
  ),
  limits: z.array(
    z.strictObject({
      limitId: z.string(),
      validFrom: CivilDate,
      lineMax: z.int(),
      medianFactor: z.int(),
      madeBy: z.string(),
    }),
  ),
  defaultLimit: z.strictObject({ lineMax: z.int(), medianFactor: z.int() }),
})

export const listRules = query<Tables>()({
  name: 'waste_unit.rules',
  about: 'Every dated price list, sharing rule and limit of a unit, newest first.',
  input: z.strictObject({ unitId: z.uuid(), ...pageInput }),
  output: RuleHistory,
  allow: can('waste.read', (_db, input: { unitId: string }) => input.unitId),
  async run({ db }, { unitId, page, size }) {
    const lists = db.selectFrom('priceList').where('unitId', '=', unitId)
    const { total } = await lists.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await lists
      .leftJoin('userAccount', 'userAccount.id', 'priceList.madeBy')
      .select(['priceList.id as listId', 'validFrom', sql<boolean>`withdrawn_at is not null`.as('withdrawn')])
      .select(sql<number>`(select count(*) from price where price.list_id = price_list.id)`.as('prices'))
      .select(sql<string>`coalesce(user_account.display_name, 'sistem')`.as('madeBy'))
      .orderBy('validFrom', 'desc')
      .orderBy('priceList.madeAt', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const sharing = await db
      .selectFrom('sharingRule')
      .leftJoin('userAccount', 'userAccount.id', 'sharingRule.madeBy')
      .select(['sharingRule.id as ruleId', 'validFrom', 'sharingRule.kind', 'memberBasisPoints'])
      .select(sql<string>`coalesce(user_account.display_name, 'sistem')`.as('madeBy'))
      .where('unitId', '=', unitId)
      .orderBy('validFrom', 'desc')
      .limit(100)
      .execute()
    const limits = await db
      .selectFrom('unitLimit')
      .leftJoin('userAccount', 'userAccount.id', 'unitLimit.madeBy')
      .select(['unitLimit.id as limitId', 'validFrom', 'lineMax', 'medianFactor'])
      .select(sql<string>`coalesce(user_account.display_name, 'sistem')`.as('madeBy'))
      .where('unitId', '=', unitId)
      .orderBy('validFrom', 'desc')
      .limit(100)
      .execute()
    return { priceLists: { rows, total, page, size }, sharing, limits, defaultLimit }
  },
})
