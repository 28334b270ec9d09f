import type { Instant } from '../clock/index.ts'

/** Who acts. The set is closed: a door makes one of these and nothing else. */
export type Actor =
  | { readonly kind: 'guest' }
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly personId: string | null
      readonly sessionId: string
      /** When this session last proved who it is; grave acts want it within five minutes. */
      readonly provedAt: Instant
    }
  | { readonly kind: 'token'; readonly userId: string; readonly personId: string | null; readonly tokenId: string }
  | { readonly kind: 'shell'; readonly userId: string; readonly personId: string | null; readonly osUser: string }
  | { readonly kind: 'system'; readonly job: string }

/** As the audit entry and the idempotency key write it. */
export function actorText(actor: Actor): string {
  switch (actor.kind) {
    case 'guest':
      return 'guest'
    case 'system':
      return `system:${actor.job}`
    case 'shell':
      return `shell:${actor.userId}`
    default:
      return `${actor.kind}:${actor.userId}`
  }
}

export function userIdOf(actor: Actor): string | undefined {
  return 'userId' in actor ? actor.userId : undefined
}

export function personIdOf(actor: Actor): string | undefined {
  return 'personId' in actor ? (actor.personId ?? undefined) : undefined
}
