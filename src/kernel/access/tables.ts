import type { ColumnType, Generated } from 'kysely'

/**
 * A node in the tree of places. Permissions are given at a node and hold for everything under it.
 * `path` is the dotted way from the root, ending in a dot, so that "under" is "starts with".
 */
export interface PlaceTable {
  id: string
  parentId: string | null
  path: string
  kind: string
  code: string | null
  name: string
  validFrom: string
  validTo: string | null
}

export interface UserAccountTable {
  id: string
  userName: string
  displayName: string
  phone: string | null
  personId: string | null
  status: 'active' | 'closed'
  /** `resident`: somebody whom the city serves, who holds no duty. */
  kind: Generated<'staff' | 'resident'>
  madeAt: ColumnType<string, string, never>
}

export interface RoleGrantTable {
  id: string
  userId: string
  role: string
  placeId: string
  validFrom: string
  validTo: string | null
  grantedBy: string | null
}

export interface AccessTables {
  place: PlaceTable
  userAccount: UserAccountTable
  roleGrant: RoleGrantTable
}
