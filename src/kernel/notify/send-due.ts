import { z } from 'zod'
import type { Caller } from '../app/contract.ts'
import type { JobDefinition } from '../jobs/contract.ts'
import { GatewayFailure } from './gateway.ts'
import type { MessageGateway } from './gateway.ts'
import { claimMessages, recordFailed, recordSent } from './operations.ts'
import type { Claimed } from './operations.ts'
import { askDue } from './queries.ts'

const atOnce = 20
const gatewayTimeoutMs = 30_000

/**
 * Sends what is due: claim, send, record, each in a transaction of its own, so that no transaction waits for a gateway.
 * A process that dies in between leaves the message to be due again, under the id that the gateway knows already.
 */
export async function sendDue(caller: Caller, gateway: MessageGateway): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  // Asked first, so that a quiet minute leaves no entry.
  while (await caller.ask(askDue, {})) {
    const claimed = await caller.do(claimMessages, { limit: atOnce })
    if (claimed.length === 0) break
    for (const message of claimed) done[await sendOne(caller, gateway, message)] += 1
  }
  return done
}

async function sendOne(caller: Caller, gateway: MessageGateway, message: Claimed): Promise<'sent' | 'failed'> {
  const { id, attempt, ...outgoing } = message
  let ref: string
  try {
    const answer = await gateway.send({ id, ...outgoing }, AbortSignal.timeout(gatewayTimeoutMs))
    ref = answer.ref
  } catch (fault) {
    const reason = fault instanceof GatewayFailure ? fault.message.slice(0, 200) : 'gateway_unreachable'
    await caller.do(recordFailed, { id, attempt, reason, isFinal: fault instanceof GatewayFailure && fault.isFinal })
    return 'failed'
  }
  await caller.do(recordSent, { id, attempt, ref: ref.slice(0, 200) })
  return 'sent'
}

/** Every minute; a city with a gateway of its own gives it here. */
export function sendDueJob(gateway: MessageGateway): JobDefinition {
  return {
    name: 'message.send_due',
    input: z.strictObject({}),
    holds: 'operational',
    every: '* * * * *',
    run: async (caller) => {
      await sendDue(caller, gateway)
    },
  }
}
