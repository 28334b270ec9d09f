import { internalsOf } from '../operation/index.ts'
import type { CivilDate } from '../clock/index.ts'
import { refuse } from '../refusal/index.ts'
import type { LedgerContext } from './accounts.ts'
import { write } from './post.ts'
import type { Posted } from './post.ts'

export interface Reversal {
  /** The day on which it is put right; today unless said. */
  readonly businessDay?: CivilDate
  readonly memo?: string
}

interface Original {
  kind: string
  place_id: string
  reverses: string | null
  reversed: boolean
  debit_id: string
  credit_id: string
  amount: number
}

const ORIGINAL = `select t.kind, t.place_id, t.reverses, p.debit_id, p.credit_id, p.amount,
  exists (select 1 from transfer r where r.reverses = t.id) as reversed
from transfer t join posting p on p.transfer_id = t.id where t.id = $1 order by p.leg`

/**
 * Takes a transfer back by another one with every leg turned round; nothing is changed or removed.
 * Who may do so, and until when, is the room's to decide.
 * @throws Refusal `ledger.already_reversed` (by constraint, also between two callers at once), `ledger.is_reversal`,
 *   `ledger.transfer_unknown`, `ledger.reversal_breaks_floor` with what would be short.
 */
export async function reverse(context: LedgerContext, transferId: string, reversal: Reversal = {}): Promise<Posted> {
  const { client } = internalsOf(context)
  const { rows } = await client.query<Original>({ name: 'ledger.original', text: ORIGINAL, values: [transferId] })
  const [original] = rows
  if (!original) throw refuse('ledger.transfer_unknown', {}, { kind: 'not_found' })
  if (original.reversed) throw alreadyReversed()
  if (original.reverses) throw refuse('ledger.is_reversal', {}, { kind: 'conflict' })
  const businessDay = reversal.businessDay ?? context.today
  if (businessDay > context.today) throw refuse('ledger.day_in_future', { day: businessDay }, { kind: 'invalid' })
  const id = context.newId()
  const movement = {
    id,
    kind: original.kind,
    placeId: original.place_id,
    businessDay,
    recordedAt: context.now,
    reverses: transferId,
    memo: reversal.memo ?? null,
    legs: rows.map((leg) => ({ debit: leg.credit_id, credit: leg.debit_id, amount: leg.amount })),
  }
  const balances = await write(context, [movement], 'ledger.reversal_breaks_floor')
  return { transferId: id, balances }
}

export function alreadyReversed() {
  return refuse('ledger.already_reversed', {}, { kind: 'conflict' })
}
