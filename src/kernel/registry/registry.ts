import { tableClasses } from '../database/index.ts'
import type { ConstraintRefusals, MigrationSource } from '../database/index.ts'
import type { Classes } from '../audit/index.ts'
import type { AnyOperation } from '../operation/index.ts'
import type { AnyDownload } from '../download/contract.ts'
import type { AnyQuery } from '../query/index.ts'
import type { IndicatorDefinition } from '../indicator/contract.ts'
import type { Manifest } from './manifest.ts'
import type { AllowSays } from '../access/index.ts'

/** Everything that the manifests offer, by name. Made once a process and handed down; there is no global. */
export interface Registry {
  readonly manifests: readonly Manifest[]
  readonly operations: ReadonlyMap<string, AnyOperation>
  readonly queries: ReadonlyMap<string, AnyQuery>
  readonly downloads: ReadonlyMap<string, AnyDownload>
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>
  readonly permissions: ReadonlyMap<string, readonly string[]>
  readonly roles: readonly string[]
  readonly classes: Classes
  readonly constraints: ConstraintRefusals
  readonly sources: readonly MigrationSource[]
  rolesWith(permission: string): readonly string[]
}

/**
 * @throws Error when two parts claim one name, a rule names a permission that nobody declared, or a part uses
 *   one that is not there.
 */
export function createRegistry(manifests: readonly Manifest[]): Registry {
  const operations = byName(
    manifests.flatMap((manifest) => manifest.operations ?? []),
    'operation',
  )
  const queries = byName(
    manifests.flatMap((manifest) => manifest.queries ?? []),
    'query',
  )
  const permissions = new Map<string, readonly string[]>()
  for (const manifest of manifests) {
    for (const [permission, roles] of Object.entries(manifest.permissions ?? {})) {
      if (permissions.has(permission)) throw new Error(`Permission ${permission} is declared twice`)
      permissions.set(permission, roles)
    }
    for (const name of manifest.uses) {
      if (!manifests.some((other) => other.name === name))
        throw new Error(`${manifest.name} uses ${name}, which is not there`)
    }
  }
  for (const declared of [...operations.values(), ...queries.values()]) {
    for (const permission of permissionsIn(declared.says)) {
      if (!permissions.has(permission))
        throw new Error(`${declared.name} asks for ${permission}, which nobody declared`)
    }
  }
  const sources = manifests.map((manifest) => ({
    name: manifest.name,
    migrations: manifest.migrations ?? [],
    tables: manifest.tables ?? {},
  }))
  return {
    manifests,
    operations,
    queries,
    downloads: byName(
      manifests.flatMap((manifest) => manifest.downloads ?? []),
      'download',
    ),
    indicators: byName(
      manifests.flatMap((manifest) => manifest.indicators ?? []),
      'indicator',
    ),
    permissions,
    roles: [...new Set([...permissions.values()].flat())].toSorted(),
    classes: tableClasses(sources),
    constraints: Object.assign({}, ...manifests.map((manifest) => manifest.constraints ?? {})) as ConstraintRefusals,
    sources,
    rolesWith: (permission) => permissions.get(permission) ?? [],
  }
}

function permissionsIn(says: AllowSays): string[] {
  if ('permission' in says) return [says.permission]
  return 'of' in says ? says.of.flatMap(permissionsIn) : []
}

function byName<D extends { readonly name: string }>(declared: readonly D[], kind: string): Map<string, D> {
  const found = new Map<string, D>()
  for (const each of declared) {
    if (found.has(each.name)) throw new Error(`The ${kind} ${each.name} is declared twice`)
    found.set(each.name, each)
  }
  return found
}
