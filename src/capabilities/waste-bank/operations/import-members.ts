import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { newOneTimeCode } from '../../../kernel/id/index.ts'
import { ensureCommodity, openAccounts } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuseFields } from '../../../kernel/refusal/index.ts'
import { secret } from '../../../kernel/schema/contract.ts'
import { registerPersons } from '../../people/index.ts'
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
    const { numbered, rejected: taken } = giveNumbers(rows, used)
    const { registered, rejected: unregistered } = await register(context, unitId, numbered)
    const rejected = [...taken, ...unregistered].toSorted((a, b) => a.line - b.line)
    if (allOrNothing && rejected.length > 0) {
      throw refuseFields(
        rejected.map(({ line, field, code, params = {} }) => ({ field: `${line}.${field}`, code, params })),
      )
    }
    await insertMembers(context, unitId, registered, used)
    return { joined: registered.length, rejected }
  },
})

/** Holds the unit's row until the commit, so that nobody else gives a number meanwhile. */
async function numbersInUse({ tx }: Context, unitId: string): Promise<Set<number>> {
  await tx.selectFrom('wasteUnit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute()
  const members = await tx.selectFrom('member').select('number').where('unitId', '=', unitId).execute()
  return new Set(members.map(({ number }) => number))
}

/** Keeps out the rows whose number a member or an earlier row has; the numbers of the others are in use from then on. */
function giveNumbers(rows: readonly MemberBookRow[], used: Set<number>) {
  const numbered: MemberBookRow[] = []
  const rejected: Rejection[] = []
  for (const row of rows) {
    if (row.number !== undefined && used.has(row.number)) {
      rejected.push({ line: row.line, field: 'number', code: 'member.number_taken' })
      continue
    }
    if (row.number !== undefined) used.add(row.number)
    numbered.push(row)
  }
  return { numbered, rejected }
}

async function register(
  context: Context,
  unitId: string,
  rows: readonly MemberBookRow[],
): Promise<{ registered: Taken[]; rejected: Rejection[] }> {
  if (rows.length === 0) return { registered: [], rejected: [] }
  const { persons } = await context.call(registerPersons, {
    placeId: unitId,
    persons: rows.map(({ line: _line, number: _number, ...person }) => person),
  })
  const answered = rows.map((row, at) => ({
    ...row,
    personId: persons[at]?.personId,
    issues: persons[at]?.issues ?? [],
  }))
  const registered = answered.flatMap(({ personId, number }) => (personId === undefined ? [] : { personId, number }))
  const rejected = answered.flatMap(({ line, issues }) => issues.map((issue) => ({ line, ...issue })))
  return { registered, rejected }
}

/** A row without number gets the next one after the highest of book and file. */
async function insertMembers(context: Context, unitId: string, taken: readonly Taken[], used: ReadonlySet<number>) {
  if (taken.length === 0) return
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
