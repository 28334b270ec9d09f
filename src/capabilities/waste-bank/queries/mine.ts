import { sql } from 'kysely'
import { own } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { z } from 'zod'
import { CivilDate } from '../../../kernel/clock/contract.ts'
import { Id } from '../../../kernel/id/contract.ts'
import { pageInput, pageOf } from '../../../kernel/schema/contract.ts'
import type { PeopleTables } from '../../people/index.ts'
import { named, unitAt } from '../contract.ts'
import { personOfMember } from '../operations/members.ts'
import type { WasteBankTables } from '../tables.ts'

const MyMembership = z.strictObject({
  memberId: Id,
  ...unitAt,
  number: z.int(),
  balance: z.int(),
  owed: z.int(),
  joinedOn: CivilDate,
})
const MyMemberships = z.strictObject({ rows: z.array(MyMembership) })
const MyLine = z.strictObject({
  id: Id,
  kind: z.enum(['deposit', 'withdrawal', 'reversal']),
  number: z.string(),
  businessDay: CivilDate,
  amount: z.int(),
  balance: z.int(),
  detail: z.array(z.strictObject({ ...named, quantity: z.int() })),
})
const GetMyLines = z.strictObject({ memberId: Id, ...pageInput })
const MyLinePage = pageOf(MyLine)

type Tables = WasteBankTables & AccessTables & LedgerTables & PeopleTables

export const myMemberships = query<Tables>()({
  name: 'membership.mine',
  about: 'The actor’s own savings at waste banks.',
  input: z.strictObject({}),
  output: MyMemberships,
  allow: own(),
  async run({ db, scope }) {
    const rows = await db
      .selectFrom('member')
      .innerJoin('place', 'place.id', 'member.unitId')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .innerJoin('account', 'account.id', 'member.savingsAccountId')
      .select(['member.id as memberId', 'place.name as unitName', 'parent.name as kelurahan'])
      .select(['member.number', 'account.balance', 'member.joinedOn'])
      .select(
        sql<number>`coalesce((select sum(r.balance)::bigint from account r
          where r.owner_kind = 'waste_member' and r.owner_id = member.id and r.purpose = 'receivable'), 0)`.as('owed'),
      )
      .where('member.personId', '=', scope.personId)
      .orderBy('member.joinedOn')
      .execute()
    return { rows }
  },
})

interface Line {
  id: string
  kind: 'deposit' | 'withdrawal' | 'reversal'
  number: string
  businessDay: string
  amount: number
  balance: number
  total: number
}

export const myLines = query<Tables>()({
  name: 'membership.lines',
  about: 'Every document behind the actor’s own balance, newest first, with the balance after each.',
  input: GetMyLines,
  output: MyLinePage,
  allow: own((db, input: { memberId: string }) => personOfMember(db, input.memberId)),
  async run({ db }, { memberId, page, size }) {
    const { rows } = await sql<Line>`
      with moved as (
        select d.id, 'deposit' as kind, d.number, d.business_day, d.recorded_at, d.member_share as amount
        from deposit d where d.member_id = ${memberId}
        union all
        select w.id, 'withdrawal', w.number, w.business_day, w.recorded_at, -w.amount from withdrawal w where w.member_id = ${memberId}
        union all
        select r.id, 'reversal', r.number, r.business_day, r.recorded_at, r.receivable - d.member_share
        from deposit_reversal r join deposit d on d.id = r.deposit_id where d.member_id = ${memberId}
      )
      select id, kind, number, business_day, amount,
        sum(amount) over (order by recorded_at, id)::bigint as balance, count(*) over () as total
      from moved order by recorded_at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(db as never)
    const deposits = rows.filter((row) => row.kind === 'deposit').map((row) => row.id)
    const details = deposits.length
      ? await db
          .selectFrom('weighing')
          .innerJoin('material', 'material.id', 'weighing.materialId')
          .select(['depositId', 'material.nameId', 'material.nameEn', 'material.measure', 'quantity'])
          .where('depositId', 'in', deposits)
          .where('reversalId', 'is', null)
          .orderBy('line')
          .execute()
      : []
    const byDeposit = Map.groupBy(details, (detail) => detail.depositId)
    return {
      rows: rows.map(({ total: _, ...row }) => ({
        ...row,
        detail: (byDeposit.get(row.id) ?? []).map(({ depositId: __, ...detail }) => detail),
      })),
      total: rows[0]?.total ?? 0,
      page,
      size,
    }
  },
})
