import type { TableClass } from '../../kernel/database/index.ts'
import type { Manifest } from '../../kernel/registry/index.ts'
import { permissions } from './contract.ts'
import { places } from './migrations/0001-places.ts'
import { addAlias } from './operations/add-alias.ts'
import { addPlaceOperation } from './operations/add-place.ts'
import { amendPlace } from './operations/amend-place.ts'
import { closePlace } from './operations/close-place.ts'
import { seedPlaces } from './operations/seed-places.ts'
import { findPlace } from './queries/find-place.ts'
import { getPlace } from './queries/get-place.ts'
import { listPlaces } from './queries/list-places.ts'
import { constraints } from './refusals.ts'
import { texts } from './texts/index.ts'

const kept: TableClass = { holds: 'public', retention: 'as long as the city', proof: 'rows' }

export const placesManifest: Manifest = {
  name: 'places',
  uses: [],
  migrations: [places],
  tables: { place_detail: kept, place_alias: kept, place_code: kept },
  permissions,
  operations: [addPlaceOperation, amendPlace, closePlace, addAlias, seedPlaces],
  queries: [listPlaces, getPlace, findPlace],
  texts,
  constraints,
}
