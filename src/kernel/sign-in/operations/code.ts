import { timingSafeEqual } from 'node:crypto'
import type { OperationContext } from '../../operation/index.ts'
import { anyone } from '../../access/index.ts'
import { addMinutes } from '../../clock/index.ts'
import { translator } from '../../i18n/contract.ts'
import { newOneTimeCode, readOneTimeCode } from '../../id/index.ts'
import { findPhone, notify, onceKey, parsePhone } from '../../notify/index.ts'
import { operation } from '../../operation/index.ts'
import { findAccount } from '../accounts.ts'
import { count, counter, judge, requireNoWait, takeTurn } from '../attempts.ts'
import { OpenedSession, OpenWithCode, SendCode, SentCode } from '../contract.ts'
import { startSession } from '../sessions.ts'
import type { SignInTables } from '../tables.ts'
import { texts } from '../texts/index.ts'

const CODE_MINUTES = 10
const ATTEMPTS_MAX = 5

export const sendCode = operation<SignInTables>()({
  name: 'code.send',
  about:
    'Sends a one-time code for signing in to a phone number; the answer is the same whether or not it has an account.',
  input: SendCode,
  output: SentCode,
  allow: anyone(),
  async run(context, { phone: typed }) {
    const phone = parsePhone(typed, { field: 'phone', isMobileOnly: true }).e164
    const { address } = context.sentFrom
    const limits = [
      counter(context, 'code_sent', phone),
      ...(address === '' ? [] : [counter(context, 'address', `code ${address}`)]),
    ]
    await takeTurn(context, limits)
    await requireNoWait(context, limits)
    for (const limit of limits) await count(context, limit)
    const account = await findAccount(context.tx, phone)
    const { id, code } = await insertCode(context, phone, account?.id ?? null)
    if (account) {
      const body = translator(texts, 'id')('sign_in.code.message', { code, minutes: CODE_MINUTES })
      const key = onceKey({ topic: 'sign_in.code', subjectId: id, recipientId: account.id, channel: 'whatsapp' })
      const message = { phone, template: 'sign_in.code', body, onceKey: key, urgent: true, isSecret: true }
      await notify(context, { ...message, personId: account.personId ?? undefined })
    }
    return { minutes: CODE_MINUTES }
  },
})

async function insertCode(context: OperationContext<SignInTables>, phone: string, userId: string | null) {
  const { write, newId, now, ring } = context
  const id = newId()
  const code = newOneTimeCode()
  const { mac, keyId } = ring.mac('code', `${id} ${code}`)
  const phoneKey = phoneKeyOf(context, phone)
  // The newest code alone is good: two good ones would be twice as easy to guess.
  await write.update('oneTimeCode', { usedAt: now }, { purpose: 'sign_in', phoneKey, usedAt: null })
  const times = { madeAt: now, expiresAt: addMinutes(now, CODE_MINUTES), usedAt: null }
  await write.insert('oneTimeCode', {
    id,
    purpose: 'sign_in',
    phoneKey,
    userId,
    hash: mac,
    keyId,
    attempts: 0,
    ...times,
  })
  return { id, code }
}

const phoneKeyOf = ({ ring }: Pick<OperationContext<never>, 'ring'>, phone: string) =>
  ring.mac('code', `phone ${phone}`).mac.toString('base64url')

export const openWithCode = operation<SignInTables>()({
  name: 'session.open_with_code',
  about: 'Signs in with a phone number and the one-time code that was sent to it.',
  input: OpenWithCode,
  output: OpenedSession,
  allow: anyone(),
  async run(context, { phone: typed, code: typedCode }) {
    const phone = findPhone(typed)?.e164 ?? typed
    const { address } = context.sentFrom
    const counters = [
      counter(context, 'code', phone),
      ...(address === '' ? [] : [counter(context, 'address', address)]),
    ]
    await takeTurn(context, counters)
    await requireNoWait(context, counters)
    const account = await findAccount(context.tx, phone)
    const right = await spendCode(context, phone, typedCode)
    const good = right !== null && account !== undefined && right === account.id
    await judge(context, counters, { right: good, code: 'sign_in.code_wrong', field: 'code' })
    if (!account) throw new Error('A code was right for no account')
    context.about(account.id)
    return startSession(context, account)
  },
})

/** Whose code it is; null when it is wrong, used, too old or guessed at too often. A wrong guess is written on it. */
async function spendCode(
  context: OperationContext<SignInTables>,
  phone: string,
  typed: string,
): Promise<string | null> {
  const { tx, write, now, ring } = context
  const row = await tx
    .selectFrom('oneTimeCode')
    .selectAll()
    .where('purpose', '=', 'sign_in')
    .where('phoneKey', '=', phoneKeyOf(context, phone))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('attempts', '<', ATTEMPTS_MAX)
    .orderBy('madeAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { mac } = ring.mac('code', `${row?.id ?? ''} ${readOneTimeCode(typed) ?? ''}`, row?.keyId)
  if (!row) return null
  if (timingSafeEqual(mac, row.hash)) {
    const [used] = await write.update('oneTimeCode', { usedAt: now }, { id: row.id, usedAt: null })
    return used?.userId ?? null
  }
  await write.update('oneTimeCode', { attempts: row.attempts + 1 }, { id: row.id })
  return null
}
