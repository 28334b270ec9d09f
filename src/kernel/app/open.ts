import type { Actor } from '../access/index.ts'
import { systemClock } from '../clock/index.ts'
import type { Clock } from '../clock/index.ts'
import { migrate, openPool, requireModestRole } from '../database/index.ts'
import { recordErasures } from '../erasure/index.ts'
import type { KeyRing } from '../keys/index.ts'
import { runOperation } from '../operation/index.ts'
import type { City, Host } from '../operation/index.ts'
import { runQuery } from '../query/index.ts'
import type { Registry } from '../registry/index.ts'
import { requireKeys } from './key-check.ts'
import type { Caller, SentFrom } from './contract.ts'

export interface OpenOptions {
  readonly registry: Registry
  readonly city: City
  /** The owner that migrates. */
  readonly adminUrl: string
  /** The runtime role; it owns nothing and cannot rewrite proof. */
  readonly runtimeUrl: string
  readonly ring: KeyRing
  readonly clock?: Clock
  readonly poolMax?: number
}

/** One city, open: what every door is given. */
export interface App extends Host {
  readonly registry: Registry
  readonly runtimeUrl: string
  /** Names of the migrations that ran at this start. */
  readonly migrated: readonly string[]
  /** `clock` is for a seed or a demo, which says when its story happened. */
  caller(actor: Actor, sentFrom?: SentFrom, clock?: Clock): Caller
  close(): Promise<void>
}

/**
 * Migrates, checks the runtime role and the keys, and opens the pool.
 * The city's schema is its slug; nothing here names another.
 */
export async function openApp(options: OpenOptions): Promise<App> {
  const { registry, city } = options
  const runtimeRole = decodeURIComponent(new URL(options.runtimeUrl).username)
  const migrated = await migrate({
    adminUrl: options.adminUrl,
    schema: city.slug,
    runtimeRole,
    sources: registry.sources,
  })
  const appendOnly = Object.entries(registry.classes).flatMap(([table, known]) => (known.appendOnly ? [table] : []))
  await requireModestRole(options.runtimeUrl, city.slug, appendOnly)
  const pool = openPool({ url: options.runtimeUrl, schema: city.slug, max: options.poolMax ?? 16 })
  const host: Host = {
    pool,
    city,
    clock: options.clock ?? systemClock,
    ring: options.ring,
    classes: registry.classes,
    constraints: registry.constraints,
    erasers: registry.manifests.flatMap((manifest) => manifest.erase ?? []),
    handOvers: registry.manifests.flatMap((manifest) => manifest.handOver ?? []),
    indicators: registry.indicators,
    permissions: registry.permissions,
    rolesWith: registry.rolesWith,
  }
  try {
    await requireKeys(host)
    await recordErasures(host)
  } catch (fault) {
    await pool.end()
    throw fault
  }
  return {
    ...host,
    registry,
    migrated,
    runtimeUrl: options.runtimeUrl,
    caller: (actor, sentFrom, clock) => callerFor(clock ? { ...host, clock } : host, actor, sentFrom),
    close: () => pool.end(),
  }
}

function callerFor(host: Host, actor: Actor, sentFrom: SentFrom | undefined): Caller {
  return {
    actor,
    do: (operation, input, how) => runOperation(host, operation, input, actor, how, sentFrom),
    ask: (query, input) => runQuery(host, query, input, actor),
  }
}
