import { formatMoney } from '../../../kernel/i18n/contract.ts'
import { notify } from '../../../kernel/notify/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import { translator } from '../../../kernel/i18n/contract.ts'
import type { WasteBankTables } from '../tables.ts'

type Context = OperationContext<WasteBankTables & PeopleTables>

/** Every document about a member's savings is told to the member, once; who has no phone reads it in Milik saya. */
export async function tellMember(
  context: Context,
  told: {
    member: { id: string; personId: string }
    template: 'deposit' | 'withdrawal' | 'reversal'
    document: { id: string; number: string; unitId: string }
    amount: number
    balance: number
  },
): Promise<void> {
  const person = await context.tx
    .selectFrom('person')
    .select('phone')
    .where('id', '=', told.member.personId)
    .executeTakeFirstOrThrow()
  const t = translator(texts, 'id')
  const words = {
    number: told.document.number,
    amount: formatMoney(told.amount, 'id'),
    balance: formatMoney(told.balance, 'id'),
  }
  await notify(context, {
    personId: told.member.personId,
    phone: person.phone,
    template: `waste.${told.template}`,
    body: t(`waste.message.${told.template}`, words),
    onceKey: `waste.${told.template}:${told.document.id}`,
    placeId: told.document.unitId,
    isRequired: true,
  })
}
