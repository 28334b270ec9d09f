import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

declare const proof: unique symbol

/** The places whose records an actor may see. Only the gate mints one. */
export interface PlaceScope {
  readonly [proof]: 'place'
  readonly kind: 'place'
  readonly paths: readonly string[]
}

/** The one person whose records an actor may see. */
export interface OwnScope {
  readonly [proof]: 'own'
  readonly kind: 'own'
  readonly personId: string
}

/** What anybody may see: no row with a person. */
export interface PublicScope {
  readonly [proof]: 'public'
  readonly kind: 'public'
}

export type Scope = PlaceScope | OwnScope | PublicScope

export const mint = {
  place: (paths: readonly string[]) => ({ kind: 'place', paths }) as unknown as PlaceScope,
  own: (personId: string) => ({ kind: 'own', personId }) as unknown as OwnScope,
  public: () => ({ kind: 'public' }) as unknown as PublicScope,
}

/** True for a scope given at a root of the tree: it covers every place. */
export function coversEverything(scope: PlaceScope): boolean {
  return scope.paths.some((path) => path.indexOf('.') === path.length - 1)
}

/**
 * The condition that keeps a list inside its scope; `column` names the row's place, e.g. `deposit.place_id`.
 * Every list of records with a place has this in its `where`.
 */
export function inScope(scope: PlaceScope, column: string): RawBuilder<boolean> {
  if (coversEverything(scope)) return sql<boolean>`true`
  const prefixes = scope.paths.map((path) => `${path}%`)
  return sql<boolean>`${sql.ref(column)} in (select id from place where path like any(${prefixes}::text[]))`
}
