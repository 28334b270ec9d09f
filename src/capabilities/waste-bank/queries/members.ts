import { sql } from 'kysely'
import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { isPublicToken } from '../../../kernel/id/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import { CivilDate } from '../../../kernel/clock/contract.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { nameKey } from '../../people/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import { FindMembers, GetMember, MemberPage, MemberRow } from '../contract.ts'
import { unitOfMember } from '../operations/members.ts'
import type { WasteBankTables } from '../tables.ts'

type Tables = WasteBankTables & PeopleTables & LedgerTables & AccessTables

function members(db: ReadOnly<Tables>) {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.personId')
    .innerJoin('account', 'account.id', 'member.savingsAccountId')
}

const columns = [
  'member.id as memberId',
  'member.personId',
  'member.number',
  'person.fullName',
  'person.birthYear',
  'person.nikEnd',
  'account.balance',
  'member.leftOn',
] as const

const computed = [
  sql<string | null>`right(person.phone, 3)`.as('phoneEnd'),
  sql<boolean>`member.pin_hash is not null`.as('hasPin'),
  sql<boolean>`person.phone is not null`.as('hasPhone'),
  sql<string | null>`(select max(d.business_day) from deposit d where d.member_id = member.id)`.as('lastDepositOn'),
] as const

/** A card's QR holds an address that ends in the token; a scanner or a keyboard may give either. */
function cardTokenIn(search: string): string | undefined {
  const last = search.split('/').at(-1) ?? ''
  return isPublicToken(last) ? last : undefined
}

export const findMembers = query<Tables>()({
  name: 'member.find',
  about: 'Members of a unit by name, number or card.',
  input: FindMembers,
  output: MemberPage,
  allow: can('waste.read', (_db, input: { unitId: string }) => input.unitId),
  async run({ db }, { unitId, search, page, size }) {
    let rows = members(db).where('member.unitId', '=', unitId)
    const token = cardTokenIn(search)
    if (token) rows = rows.where('member.cardToken', '=', token)
    else if (/^\d{1,5}$/.test(search)) rows = rows.where('member.number', '=', Number(search))
    else if (search) {
      for (const word of nameKey(search).split(' ').filter(Boolean)) {
        const escaped = word.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`)
        rows = rows.where((eb) =>
          eb.or([eb('person.nameKey', 'like', `${escaped}%`), eb('person.nameKey', 'like', `% ${escaped}%`)]),
        )
      }
    }
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .select(columns)
      .select(computed)
      .orderBy(sql`member.left_on is not null`)
      .orderBy('member.number')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})

export const getMember = query<Tables>()({
  name: 'member.get',
  about: 'One member with balance, as a teller sees it.',
  input: GetMember,
  output: MemberRow.extend({
    unitId: z.string(),
    unitName: z.string(),
    kelurahan: z.string(),
    cardToken: z.string(),
    joinedOn: CivilDate,
  }),
  allow: can('waste.read', (db, input: { memberId: string }) => unitOfMember(db, input.memberId)),
  async run({ db }, { memberId }) {
    const member = await members(db)
      .select(columns)
      .select(computed)
      .innerJoin('place', 'place.id', 'member.unitId')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .select([
        'member.unitId',
        'member.cardToken',
        'member.joinedOn',
        'place.name as unitName',
        'parent.name as kelurahan',
      ])
      .where('member.id', '=', memberId)
      .executeTakeFirst()
    if (!member) throw refuse('member.unknown', {}, { kind: 'not_found' })
    return member
  },
})
