import type { CivilDate, Instant } from '../clock/index.ts'
import { refuse } from '../refusal/index.ts'
import { personIdOf, userIdOf } from './actor.ts'
import type { Actor } from './actor.ts'
import type { Kysely } from 'kysely'
import { mint } from './scope.ts'
import type { OwnScope, PlaceScope, PublicScope } from './scope.ts'

/** What a rule may ask. It sees who acts and when; it cannot see the input of anybody else. */
export interface Gate {
  readonly actor: Actor
  readonly now: Instant
  readonly today: CivilDate
  readonly db: Kysely<never>
  /** Whether the actor holds the permission today at this place or above it. */
  holds(permission: string, placeId: string): Promise<boolean>
  /** Paths of all places at which the actor holds the permission today. */
  placesOf(permission: string): Promise<string[]>
}

export interface Decision<S> {
  readonly scope: S
  readonly placeId?: string
}

/**
 * Who may. `says` is what the documentation and the permission matrix test read;
 * `decide` answers or throws a refusal.
 */
export interface Allow<I, S> {
  readonly says: AllowSays
  decide(gate: Gate, input: I): Promise<Decision<S>>
}

export type AllowSays =
  | { readonly rule: 'can' | 'within'; readonly permission: string }
  | { readonly rule: 'own' | 'anyone' | 'signed_in' | 'system' }
  | { readonly rule: 'either'; readonly of: readonly AllowSays[] }

type PlaceOf<I> = (db: Kysely<never>, input: I) => Promise<string> | string

/** The permission, at the place of the thing acted on. */
export function can<I>(permission: string, placeOf: PlaceOf<I>): Allow<I, PlaceScope> {
  return {
    says: { rule: 'can', permission },
    decide: async (gate, input) => {
      requireSignedIn(gate.actor)
      const placeId = await placeOf(gate.db, input)
      if (gate.actor.kind !== 'system' && !(await gate.holds(permission, placeId))) throw denied(permission)
      return { scope: mint.place([]), placeId }
    },
  }
}

/** The permission, at whatever places the actor holds it; the query then shows those places only. */
export function within(permission: string): Allow<unknown, PlaceScope> {
  return {
    says: { rule: 'within', permission },
    decide: async (gate) => {
      requireSignedIn(gate.actor)
      const paths = await gate.placesOf(permission)
      if (paths.length === 0) throw denied(permission)
      return { scope: mint.place(paths) }
    },
  }
}

/** The person itself; `personOf` names whom the input is about, or nothing when it is about the actor. */
export function own<I>(personOf?: (db: Kysely<never>, input: I) => Promise<string> | string): Allow<I, OwnScope> {
  return {
    says: { rule: 'own' },
    decide: async (gate, input) => {
      requireSignedIn(gate.actor)
      const personId = personIdOf(gate.actor)
      if (!personId) throw refuse('access.no_person', {}, { kind: 'forbidden' })
      if (personOf && (await personOf(gate.db, input)) !== personId) throw denied('own')
      return { scope: mint.own(personId) }
    },
  }
}

export function anyone(): Allow<unknown, PublicScope> {
  return { says: { rule: 'anyone' }, decide: async () => ({ scope: mint.public() }) }
}

export function signedIn(): Allow<unknown, PublicScope> {
  return {
    says: { rule: 'signed_in' },
    decide: async (gate) => {
      requireSignedIn(gate.actor)
      return { scope: mint.public() }
    },
  }
}

/** Jobs, seeds and the command line's own upkeep; no door lets a person be this. */
export function systemOnly(): Allow<unknown, PublicScope> {
  return {
    says: { rule: 'system' },
    decide: async (gate) => {
      if (gate.actor.kind !== 'system') throw denied('system')
      return { scope: mint.public() }
    },
  }
}

/** The first rule that lets the actor in decides the scope; the refusal of the last one is told. */
export function either<I, A, B>(first: Allow<I, A>, second: Allow<I, B>): Allow<I, A | B> {
  return {
    says: { rule: 'either', of: [first.says, second.says] },
    decide: async (gate, input) => {
      try {
        return await first.decide(gate, input)
      } catch (fault) {
        if (!(fault instanceof Error && fault.name === 'Refusal')) throw fault
        return second.decide(gate, input)
      }
    },
  }
}

function requireSignedIn(actor: Actor): void {
  if (actor.kind !== 'system' && userIdOf(actor) === undefined) {
    throw refuse('access.sign_in', {}, { kind: 'forbidden' })
  }
}

function denied(permission: string) {
  return refuse('access.denied', { permission }, { kind: 'forbidden' })
}
