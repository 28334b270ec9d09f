import type { OperationContext, ReadOnly } from '../operation/index.ts'
import { parsePhone } from '../notify/index.ts'
import { refuse } from '../refusal/index.ts'
import type { CivilDate } from '../clock/index.ts'
import type { Account } from './accounts.ts'
import type { SignInTables } from './tables.ts'

/** @throws Refusal `user.unknown`, `user.closed` */
export async function requireActiveUser(tx: ReadOnly<SignInTables>, userId: string, field?: string): Promise<Account> {
  const user = await tx.selectFrom('userAccount').selectAll().where('id', '=', userId).executeTakeFirst()
  const at = field === undefined ? {} : { field }
  if (!user) throw refuse('user.unknown', {}, { kind: 'not_found', ...at })
  if (user.status !== 'active') throw refuse('user.closed', {}, { kind: 'precondition', ...at })
  return user
}

/** @throws Refusal `access.user_name_taken`, `access.phone_taken`, `phone.not_a_number` */
export async function insertUser(
  { write, newId, now }: OperationContext<SignInTables>,
  user: { userName: string; displayName: string; phone?: string | undefined },
): Promise<string> {
  const phone = user.phone === undefined ? null : parsePhone(user.phone, { field: 'phone' }).e164
  const { userName, displayName } = user
  const row = { id: newId(), userName, displayName, phone, personId: null, status: 'active', madeAt: now } as const
  return (await write.insert('userAccount', row)).id
}

export interface GrantTerms {
  readonly role: string
  readonly placeId: string
  readonly validFrom?: CivilDate | undefined
  readonly validTo?: CivilDate | null | undefined
}

/** @throws Refusal `grant.dates`, `grant.place_unknown`, `grant.exists` */
export async function insertGrant(
  context: OperationContext<SignInTables>,
  userId: string,
  terms: GrantTerms,
): Promise<string> {
  const { tx, write, newId, today, actor } = context
  const { role, placeId, validFrom = today, validTo = null } = terms
  if (validTo !== null && validTo < validFrom) throw refuse('grant.dates', {}, { kind: 'invalid', field: 'validTo' })
  const overlapping = await tx
    .selectFrom('roleGrant')
    .select('id')
    .where('userId', '=', userId)
    .where('role', '=', role)
    .where('placeId', '=', placeId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', validFrom)]))
    .$if(validTo !== null, (rows) => rows.where('validFrom', '<=', validTo ?? validFrom))
    .executeTakeFirst()
  if (overlapping) throw refuse('grant.exists', {}, { kind: 'conflict', field: 'role' })
  const grantedBy = actor.kind === 'system' ? null : context.userId()
  const row = { id: newId(), userId, role, placeId, validFrom, validTo, grantedBy }
  return (await write.insert('roleGrant', row)).id
}

export async function requirePlace(db: ReadOnly<SignInTables>, placeId: string): Promise<void> {
  const place = await db.selectFrom('place').select('id').where('id', '=', placeId).executeTakeFirst()
  if (!place) throw refuse('grant.place_unknown', {}, { kind: 'invalid', field: 'placeId' })
}
