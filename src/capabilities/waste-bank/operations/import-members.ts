import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { newOneTimeCode } from '../../../kernel/id/index.ts'
import { ensureCommodity, openAccounts } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { Refusal, refuseFields } from '../../../kernel/refusal/index.ts'
import type { FieldIssue } from '../../../kernel/refusal/index.ts'
import { secret } from '../../../kernel/schema/contract.ts'
import { registerPerson } from '../../people/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import type { WasteBankTables } from '../tables.ts'
import { getOpenUnit } from './day.ts'
import { claimHash } from './members.ts'

type Tables = WasteBankTables & LedgerTables & PeopleTables
type Context = OperationContext<Tables>

/** As many rows as one file of a member book may have. */
export const MEMBER_ROWS_MAX = 1000

/**
 * Secret and not personal: one entry is sealed under one person's key, and the other rows would outlive the erasing of
 * the person whom they are about. The rows that are made are in the entry by their hashes.
 */
const MemberBookRow = z.strictObject({
  /** Line of the file, for what is said about it. */
  line: z.int().min(1),
  number: z.int().min(1).max(99_999).optional(),
  fullName: secret(z.string().trim().min(2).max(80)),
  birthYear: secret(z.int().min(1900).max(2100)).optional(),
  phone: secret(z.string().trim().max(20)).optional(),
  address: secret(z.string().trim().max(120)).optional(),
})
type MemberBookRow = z.output<typeof MemberBookRow>

const ImportMembers = z.strictObject({
  unitId: z.uuid(),
  rows: z.array(MemberBookRow).min(1).max(MEMBER_ROWS_MAX),
  /** One row that cannot go in keeps all of them out; else the others go in. */
  allOrNothing: z.boolean().default(true),
})

const Imported = z.strictObject({
  joined: z.int(),
  rejected: z.array(
    z.strictObject({
      line: z.int(),
      field: z.string(),
      code: z.string(),
      /** May name a neighbour, so a stored reply does without. */
      params: secret(z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
    }),
  ),
})
type Rejection = z.output<typeof Imported>['rejected'][number]

interface Taken {
  readonly personId: string
  readonly number: number | undefined
}

export const importMembers = operation<Tables>()({
  name: 'member.import',
  about: 'Makes members of a unit from the rows of its old book, in one entry; says of each row that stays out why.',
  input: ImportMembers,
  output: Imported,
  allow: can('waste.import', (_db, input: { unitId: string }) => input.unitId),
  async run(context, { unitId, rows, allOrNothing }) {
    await getOpenUnit(context, unitId)
    const used = await numbersInUse(context, unitId)
    const taken: Taken[] = []
    const rejected: Rejection[] = []
    for (const row of rows) {
      const issues = await registerRow(context, unitId, row, used, taken)
      rejected.push(...issues.map(({ field, code, params }) => ({ line: row.line, field, code, params })))
    }
    if (allOrNothing && rejected.length > 0) {
      throw refuseFields(
        rejected.map(({ line, field, code, params = {} }) => ({ field: `${line}.${field}`, code, params })),
      )
    }
    await insertMembers(context, unitId, taken, used)
    return { joined: taken.length, rejected }
  },
})

/** Holds the unit's row until the commit, so that nobody else gives a number meanwhile. */
async function numbersInUse({ tx }: Context, unitId: string): Promise<Set<number>> {
  await tx.selectFrom('wasteUnit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute()
  const members = await tx.selectFrom('member').select('number').where('unitId', '=', unitId).execute()
  return new Set(members.map(({ number }) => number))
}

/** Why this row stays out; empty when its person was registered. A refusal comes before anything is written. */
async function registerRow(
  context: Context,
  unitId: string,
  { number, fullName, birthYear, phone, address }: MemberBookRow,
  used: Set<number>,
  taken: Taken[],
): Promise<readonly FieldIssue[]> {
  if (number !== undefined && used.has(number)) return [{ field: 'number', code: 'member.number_taken', params: {} }]
  try {
    const { personId } = await context.call(registerPerson, {
      placeId: unitId,
      fullName,
      ...(birthYear === undefined ? {} : { birthYear }),
      ...(phone === undefined ? {} : { phone }),
      ...(address === undefined ? {} : { address }),
    })
    if (number !== undefined) used.add(number)
    taken.push({ personId, number })
    return []
  } catch (fault) {
    if (!(fault instanceof Refusal) || !['invalid', 'conflict', 'confirm'].includes(fault.kind)) throw fault
    return fault.issues.length > 0 ? fault.issues : [{ field: '', code: fault.code, params: fault.params }]
  }
}

/** A row without number gets the next one after the highest of book and file. */
async function insertMembers(context: Context, unitId: string, taken: readonly Taken[], used: ReadonlySet<number>) {
  let last = [...used].reduce((highest, number) => Math.max(highest, number), 0)
  const rupiah = await ensureCommodity(context, { code: 'IDR', name: 'Rupiah', measure: 'rupiah' })
  const members = taken.map(({ personId, number }) => {
    if (number === undefined) last += 1
    return { id: context.newId(), personId, number: number ?? last }
  })
  const accounts = await openAccounts(
    context,
    members.map(({ id }) => ({
      purpose: 'savings',
      ownerKind: 'waste_member',
      ownerId: id,
      placeId: unitId,
      commodityId: rupiah.id,
      side: 'credit',
      floor: 0,
    })),
  )
  const accountOf = new Map(accounts.map(({ ownerId, id }) => [ownerId, id]))
  await context.write.insertMany(
    'member',
    members.map((member) => ({
      ...member,
      unitId,
      cardToken: context.newToken(),
      // Nobody has seen this code: the one that counts is made when the card is.
      claimHash: claimHash(context, newOneTimeCode(8)),
      savingsAccountId: accountOf.get(member.id) ?? '',
      joinedOn: context.today,
      leftOn: null,
      pinHash: null,
    })),
  )
}
