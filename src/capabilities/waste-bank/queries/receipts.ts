import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { anyone, can, either, own } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import { rowText, sha256 } from '../../../kernel/audit/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import type { z } from 'zod'
import { GetPublicReceipt, GetReceipt, ListReceipts, PublicReceipt, Receipt, ReceiptPage } from '../contract.ts'
import { initialsOf } from '../rules/initials.ts'
import type { WasteBankTables } from '../tables.ts'
import { searchPattern } from './search.ts'

type Tables = WasteBankTables & AccessTables & LedgerTables & PeopleTables
type Reader = ReadOnly<Tables>
type Kind = 'deposit' | 'withdrawal' | 'reversal'

/** Every document of a unit in one list: what was brought, paid out and taken back. */
const documents = sql`(
  select d.id, 'deposit' as kind, d.number, d.unit_id, d.member_id, d.recorded_at, d.business_day, d.member_share as amount,
    exists (select 1 from deposit_reversal r where r.deposit_id = d.id) as reversed from deposit d
  union all
  select w.id, 'withdrawal', w.number, w.unit_id, w.member_id, w.recorded_at, w.business_day, w.amount, false from withdrawal w
  union all
  select r.id, 'reversal', r.number, r.unit_id, d.member_id, r.recorded_at, r.business_day, d.member_share, false
  from deposit_reversal r join deposit d on d.id = r.deposit_id
)`

export const listReceipts = query<Tables>()({
  name: 'receipt.list',
  about: 'Documents of a unit: deposits, withdrawals and reversals.',
  input: ListReceipts,
  output: ReceiptPage,
  allow: can('waste.read', (_db, input: { unitId: string }) => input.unitId),
  async run({ db }, input) {
    const where = conditions(input)
    const order = {
      newest: sql`d.recorded_at desc, d.id desc`,
      oldest: sql`d.recorded_at, d.id`,
      amount: sql`d.amount desc, d.id`,
    }
    const found = await sql<z.output<typeof Receipt> & { total: number; amount: number; reversed: boolean }>`
      select d.id, d.kind, d.number, d.recorded_at, d.business_day, d.amount, d.reversed,
        p.full_name as member_name, m.number as member_number
      from ${documents} d join member m on m.id = d.member_id join person p on p.id = m.person_id
      where ${where} order by ${order[input.sort]} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(
      whole(db),
    )
    const counted = await sql<{ total: number }>`
      select count(*) as total from ${documents} d join member m on m.id = d.member_id join person p on p.id = m.person_id
      where ${where}`.execute(whole(db))
    return { rows: found.rows, total: counted.rows[0]?.total ?? 0, page: input.page, size: input.size }
  },
})

function conditions({ unitId, search, from, to, kind }: z.output<typeof ListReceipts>): RawBuilder<boolean> {
  const parts = [sql`d.unit_id = ${unitId}`]
  if (kind !== 'all') parts.push(sql`d.kind = ${kind}`)
  if (from) parts.push(sql`d.business_day >= ${from}`)
  if (to) parts.push(sql`d.business_day <= ${to}`)
  const pattern = searchPattern(search)
  if (pattern) parts.push(sql`(d.number ilike ${pattern} or p.full_name ilike ${pattern})`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

interface Found {
  readonly id: string
  readonly kind: Kind
  readonly unitId: string
  readonly personId: string
}

async function findDocument(db: unknown, receiptId: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select d.id, d.kind, d.unit_id, m.person_id from ${documents} d join member m on m.id = d.member_id
    where d.id = ${receiptId}`.execute(db as never)
  if (!rows[0]) throw refuse('receipt.unknown', {}, { kind: 'not_found' })
  return rows[0]
}

export const getReceipt = query<Tables>()({
  name: 'receipt.get',
  about: 'One document in full: for the unit that made it and the member whom it is about.',
  input: GetReceipt,
  output: Receipt,
  allow: either(
    own((db, input: z.output<typeof GetReceipt>) => findDocument(db, input.receiptId).then((found) => found.personId)),
    can('waste.read', (db, input: z.output<typeof GetReceipt>) =>
      findDocument(db, input.receiptId).then((found) => found.unitId),
    ),
  ),
  async run({ db }, { receiptId }) {
    const { kind } = await findDocument(db, receiptId)
    if (kind === 'withdrawal') return withdrawalReceipt(db, receiptId)
    if (kind === 'deposit') return depositReceipt(db, receiptId, undefined)
    const reversal = await db
      .selectFrom('depositReversal')
      .selectAll()
      .where('id', '=', receiptId)
      .executeTakeFirstOrThrow()
    return depositReceipt(db, reversal.depositId, reversal)
  },
})

const context = [
  'place.name as unitName',
  'parent.name as kelurahan',
  'member.id as memberId',
  'member.number as memberNumber',
  'person.fullName as memberName',
  'userAccount.displayName as tellerName',
] as const

async function depositReceipt(
  db: Reader,
  depositId: string,
  asReversal: { id: string; number: string; recordedAt: string; transferId: string; recordedBy: string } | undefined,
): Promise<Receipt> {
  const deposit = await db.selectFrom('deposit').selectAll().where('id', '=', depositId).executeTakeFirstOrThrow()
  const around = await aroundDocument(
    db,
    deposit.unitId,
    deposit.memberId,
    asReversal?.recordedBy ?? deposit.recordedBy,
  )
  const lines = await linesOf(db, depositId)
  const reversal = await db
    .selectFrom('depositReversal')
    .select(['number', 'reason', 'recordedAt'])
    .where('depositId', '=', depositId)
    .executeTakeFirst()
  const sharing = await db
    .selectFrom('sharingRule')
    .select('memberBasisPoints')
    .where('id', '=', deposit.sharingRuleId)
    .executeTakeFirstOrThrow()
  const shown = asReversal ?? deposit
  return {
    id: shown.id,
    kind: asReversal ? 'reversal' : 'deposit',
    number: shown.number,
    unitId: deposit.unitId,
    ...around,
    businessDay: deposit.businessDay,
    recordedAt: shown.recordedAt,
    lines,
    total: deposit.total,
    memberShare: deposit.memberShare,
    unitShare: deposit.unitShare,
    memberBasisPoints: sharing.memberBasisPoints,
    balanceAfter: await balanceAfter(db, deposit.memberId, shown.transferId),
    token: deposit.token,
    transferId: shown.transferId,
    proof: proofOf(deposit),
    reversedBy: reversal ?? null,
  }
}

async function withdrawalReceipt(db: Reader, id: string): Promise<Receipt> {
  const paid = await db.selectFrom('withdrawal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const around = await aroundDocument(db, paid.unitId, paid.memberId, paid.recordedBy)
  return {
    id,
    kind: 'withdrawal',
    number: paid.number,
    unitId: paid.unitId,
    ...around,
    businessDay: paid.businessDay,
    recordedAt: paid.recordedAt,
    lines: [],
    total: paid.amount,
    memberShare: paid.amount,
    unitShare: 0,
    memberBasisPoints: 10_000,
    balanceAfter: await balanceAfter(db, paid.memberId, paid.transferId),
    token: paid.token,
    transferId: paid.transferId,
    proof: proofOf(paid),
    reversedBy: null,
  }
}

/** SHA-256 of the document's row as it stands in the audit entry: the seal pattern on screen and on paper. */
function proofOf(row: Readonly<Record<string, unknown>>): string {
  return sha256(rowText(row)).toString('hex')
}

async function aroundDocument(db: Reader, unitId: string, memberId: string, tellerId: string) {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.personId')
    .innerJoin('place', (join) => join.on('place.id', '=', unitId))
    .innerJoin('place as parent', 'parent.id', 'place.parentId')
    .innerJoin('userAccount', (join) => join.on('userAccount.id', '=', tellerId))
    .select(context)
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow()
}

function linesOf(db: Reader, depositId: string) {
  return db
    .selectFrom('weighing')
    .innerJoin('material', 'material.id', 'weighing.materialId')
    .select(['weighing.materialId', 'material.nameId', 'material.nameEn', 'material.measure'])
    .select(['quantity', 'price', 'amount', 'memberShare'])
    .where('depositId', '=', depositId)
    .where('reversalId', 'is', null)
    .orderBy('line')
    .execute()
}

/** The savings after this document, in the order in which documents were recorded. */
async function balanceAfter(db: Reader, memberId: string, transferId: string): Promise<number> {
  const { rows } = await sql<{ balance: number }>`
    select coalesce(sum(case when p.credit_id = m.savings_account_id then p.amount else -p.amount end), 0)::bigint as balance
    from member m
    join posting p on m.savings_account_id in (p.credit_id, p.debit_id)
    join transfer t on t.id = ${transferId}
    where m.id = ${memberId} and (p.recorded_at, p.transfer_id) <= (t.recorded_at, t.id)`.execute(whole(db))
  return rows[0]?.balance ?? 0
}

/** Behind the QR on the paper: enough to see that it is the record, and nothing about whose it is. */
export const publicReceipt = query<Tables>()({
  name: 'receipt.public',
  about: 'What the QR on a receipt opens: unit, day, lines, amount and initials.',
  input: GetPublicReceipt,
  output: PublicReceipt,
  allow: anyone(),
  async run({ db }, { token }) {
    const deposit = await db.selectFrom('deposit').select('id').where('token', '=', token).executeTakeFirst()
    const withdrawal = deposit
      ? undefined
      : await db.selectFrom('withdrawal').select('id').where('token', '=', token).executeTakeFirst()
    if (!deposit && !withdrawal) throw refuse('receipt.unknown', {}, { kind: 'not_found' })
    const receipt = deposit
      ? await depositReceipt(db, deposit.id, undefined)
      : await withdrawalReceipt(db, withdrawal?.id ?? '')
    return {
      number: receipt.number,
      kind: deposit ? ('deposit' as const) : ('withdrawal' as const),
      unitName: receipt.unitName,
      kelurahan: receipt.kelurahan,
      businessDay: receipt.businessDay,
      recordedAt: receipt.recordedAt,
      initials: initialsOf(receipt.memberName),
      lines: receipt.lines.map(({ nameId, nameEn, measure, quantity, price, amount }) => ({
        nameId,
        nameEn,
        measure,
        quantity,
        price,
        amount,
      })),
      total: receipt.total,
      proof: receipt.proof,
      reversed: receipt.reversedBy !== null,
    }
  },
})

function whole(db: Reader) {
  return db as never
}
