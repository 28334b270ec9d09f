import { z } from 'zod'
import { anyone, can, either, own } from '../../../kernel/access/index.ts'
import { newOneTimeCode, readOneTimeCode } from '../../../kernel/id/index.ts'
import { ensureCommodity, openAccount } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { personal, secret } from '../../../kernel/schema/contract.ts'
import { guardGuess, hashSecret, openResidentSession } from '../../../kernel/sign-in/index.ts'
import { registerPerson } from '../../people/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import { ClaimMembership, JoinMember, Joined, SetPin } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'
import { getOpenUnit } from './day.ts'

type Tables = WasteBankTables & LedgerTables & PeopleTables
type Context = OperationContext<Tables>

export const joinMember = operation<Tables>()({
  name: 'member.join',
  about: 'Makes a person a member of a unit, with a number, a card and a savings account.',
  input: JoinMember,
  output: Joined,
  allow: can('waste.record', (_db, input: { unitId: string }) => input.unitId),
  async run(context, input) {
    await getOpenUnit(context, input.unitId)
    const personId = input.personId ?? (await registerNew(context, input))
    context.about(personId)
    const number = input.number ?? (await nextMemberNumber(context, input.unitId))
    const memberId = context.newId()
    const rupiah = await ensureCommodity(context, { code: 'IDR', name: 'Rupiah', measure: 'rupiah' })
    const savings = await openAccount(context, {
      purpose: 'savings',
      ownerKind: 'waste_member',
      ownerId: memberId,
      placeId: input.unitId,
      commodityId: rupiah.id,
      side: 'credit',
      floor: 0,
    })
    const claimCode = newOneTimeCode(8)
    const member = await context.write.insert('member', {
      id: memberId,
      unitId: input.unitId,
      personId,
      number,
      cardToken: context.newToken(),
      claimHash: claimHash(context, claimCode),
      savingsAccountId: savings.id,
      joinedOn: input.joinedOn ?? context.today,
      leftOn: null,
      pinHash: null,
    })
    return { memberId, personId, number, cardToken: member.cardToken, claimCode }
  },
})

async function registerNew(context: Context, input: z.output<typeof JoinMember>): Promise<string> {
  if (!input.fullName) throw refuse('input.required', {}, { field: 'fullName' })
  const { fullName, birthYear, phone, address, nik } = input
  const given = Object.fromEntries(
    Object.entries({ birthYear, phone, address, nik }).filter(([, value]) => value !== undefined),
  )
  const { personId } = await context.call(registerPerson, { placeId: input.unitId, fullName, ...given })
  return personId
}

/** Whoever gives a number holds the unit's row until the commit, so that two who join at once get two numbers. */
async function nextMemberNumber({ tx }: Context, unitId: string): Promise<number> {
  await tx.selectFrom('wasteUnit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute()
  const { last } = await tx
    .selectFrom('member')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const leaveMember = operation<Tables>()({
  name: 'member.leave',
  about: 'Ends a membership whose savings are paid out.',
  input: z.strictObject({ memberId: z.uuid() }),
  output: z.strictObject({}),
  allow: can('waste.record', (db, input: { memberId: string }) => unitOfMember(db, input.memberId)),
  async run(context, { memberId }) {
    // First, because it waits for a deposit that is being recorded, whose money is then in the balance.
    const [left] = await context.write.update('member', { leftOn: context.today }, { id: memberId, leftOn: null })
    if (!left) throw refuse('member.left_already', {}, { kind: 'conflict' })
    const { balance } = await context.tx
      .selectFrom('account')
      .select('balance')
      .where('id', '=', left.savingsAccountId)
      .executeTakeFirstOrThrow()
    if (balance > 0) throw refuse('member.has_savings', { balance })
    return {}
  },
})

/** A new code for a lost card; the old one ends. */
export const renewClaimCode = operation<Tables>()({
  name: 'member.renew_code',
  about: 'Makes a new claim code and card for a member; the old ones end.',
  input: z.strictObject({ memberId: z.uuid() }),
  output: z.strictObject({ claimCode: secret(z.string()), cardToken: z.string() }),
  allow: can('waste.record', (db, input: { memberId: string }) => unitOfMember(db, input.memberId)),
  async run(context, { memberId }) {
    const claimCode = newOneTimeCode(8)
    const cardToken = context.newToken()
    await context.write.update('member', { claimHash: claimHash(context, claimCode), cardToken }, { id: memberId })
    return { claimCode, cardToken }
  },
})

/** A resident without e-mail or password: the code on the card and the year of birth open Milik saya. */
export const claimMembership = operation<Tables>()({
  name: 'membership.claim',
  about: 'Opens a member’s own page by the code on the card and the year of birth.',
  input: ClaimMembership,
  output: z.strictObject({ sessionToken: secret(z.string()), personId: personal(z.string()) }),
  allow: anyone(),
  async run(context, { code, birthYear }) {
    const read = readOneTimeCode(code)
    const found = read === undefined ? undefined : await findClaim(context, read)
    await guardGuess(context, {
      of: `waste-claim ${read ?? context.sentFrom.address ?? ''}`,
      isRight: async () => found !== undefined && found.birthYear === birthYear,
      code: 'membership.no_match',
      field: 'code',
    })
    if (!found) throw refuse('membership.no_match', {}, { field: 'code' })
    context.about(found.personId)
    const { token } = await openResidentSession(context, { personId: found.personId, deviceLabel: 'Milik saya' })
    return { sessionToken: token, personId: found.personId }
  },
})

async function findClaim(context: Context, code: string) {
  const hashes = context.ring
    .ids('code')
    .map((id) => context.ring.mac('code', `claim:${code}`, id).mac.toString('base64url'))
  return context.tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.personId')
    .select(['person.id as personId', 'person.birthYear'])
    .where('member.claimHash', 'in', hashes)
    .where('member.leftOn', 'is', null)
    .executeTakeFirst()
}

export function claimHash(context: Context, code: string): string {
  return context.ring.mac('code', `claim:${code}`).mac.toString('base64url')
}

export const setPin = operation<Tables>()({
  name: 'member.set_pin',
  about: 'Sets the six digits by which a member confirms a withdrawal.',
  input: SetPin,
  output: z.strictObject({}),
  allow: either(
    own((db, input: z.output<typeof SetPin>) => personOfMember(db, input.memberId)),
    can('waste.record', (db, input: z.output<typeof SetPin>) => unitOfMember(db, input.memberId)),
  ),
  async run(context, { memberId, pin }) {
    if (/^(\d)\1{5}$|^123456$|^654321$/.test(pin)) throw refuse('member.pin_weak', {}, { field: 'pin' })
    await context.write.update('member', { pinHash: await hashSecret(pin) }, { id: memberId })
    return {}
  },
})

async function getMemberRow(db: unknown, memberId: string) {
  const reader = db as Context['tx']
  const member = await reader
    .selectFrom('member')
    .select(['unitId', 'personId'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw refuse('member.unknown', {}, { kind: 'not_found' })
  return member
}

export async function unitOfMember(db: unknown, memberId: string): Promise<string> {
  return (await getMemberRow(db, memberId)).unitId
}

export async function personOfMember(db: unknown, memberId: string): Promise<string> {
  return (await getMemberRow(db, memberId)).personId
}
