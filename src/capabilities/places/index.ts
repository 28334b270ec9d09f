/** The server door of the places room. */
export { addPlace } from './operations/add-place.ts'
export type { NewPlace } from './operations/add-place.ts'
export { seedPlaces } from './operations/seed-places.ts'
export { findPlace } from './queries/find-place.ts'
export { listPlaces } from './queries/list-places.ts'
export { cityPlace } from './queries/place-node.ts'
export type { PlacesTables } from './tables.ts'
