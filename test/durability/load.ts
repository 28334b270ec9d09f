import type { App } from '../../src/kernel/app/index.ts'
import { newId } from '../../src/kernel/id/index.ts'
import { Refusal } from '../../src/kernel/refusal/index.ts'
import { recordDeposit } from '../../src/capabilities/waste-bank/index.ts'

export interface Shown {
  readonly key: string
  readonly number: string
  readonly depositId: string
}

export interface Load {
  /** Receipts that were answered, hence shown to somebody. */
  readonly shown: Shown[]
  /** Refusals by code, as a teller would have read them. */
  readonly refused: Map<string, number>
  stop(): Promise<void>
}

/**
 * Tellers who go on saving deposits, and who send the same one again under its key until it is answered: what a phone
 * on a bad line does.
 */
export function startLoad(
  app: App,
  options: { tellers: number; userId: string; unitId: string; memberIds: readonly string[]; materialId: string },
): Load {
  const shown: Shown[] = []
  const refused = new Map<string, number>()
  const state = { stopping: false }
  const teller = async (index: number) => {
    const deviceId = newId(app.clock)
    const caller = app.caller({ kind: 'token', userId: options.userId, personId: null, tokenId: deviceId })
    for (let round = 0; !state.stopping; round += 1) {
      const memberId = options.memberIds[(index + round) % options.memberIds.length] ?? ''
      const lines = [{ materialId: options.materialId, quantity: 1000 + round }]
      const input = { unitId: options.unitId, memberId, lines, deviceId }
      const key = `load-${index}-${round}`
      for (;;) {
        try {
          const saved = await caller.do(recordDeposit, input, { key, confirm: ['deposit.weight_unusual'] })
          shown.push({ key, number: saved.number, depositId: saved.depositId })
          break
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault
          refused.set(fault.code, (refused.get(fault.code) ?? 0) + 1)
          if (state.stopping) break
          await new Promise((resolve) => setTimeout(resolve, 25))
        }
      }
    }
  }
  const tellers = Array.from({ length: options.tellers }, (_, index) => teller(index))
  return {
    shown,
    refused,
    stop: async () => {
      state.stopping = true
      await Promise.all(tellers)
    },
  }
}

const HALF = `
  select d.id from deposit d
  where not exists (select 1 from weighing w where w.deposit_id = d.id)
     or not exists (select 1 from transfer t join posting p on p.transfer_id = t.id where t.id = d.transfer_id)
     or not exists (select 1 from audit_entry e where e.operation = 'deposit.record' and e.body like '%' || d.id || '%')`

/** Receipts that were shown and are not there, and deposits of which a part is missing. */
export async function missingOrHalf(
  app: App,
  shown: readonly Shown[],
): Promise<{ missing: string[]; half: string[]; kept: number }> {
  const { rows } = await app.pool.pg.query<{ number: string }>('select number from deposit')
  const kept = new Set(rows.map((row) => row.number))
  const half = await app.pool.pg.query<{ id: string }>(HALF)
  return {
    missing: shown.filter(({ number }) => !kept.has(number)).map(({ number }) => number),
    half: half.rows.map((row) => row.id),
    kept: kept.size,
  }
}
