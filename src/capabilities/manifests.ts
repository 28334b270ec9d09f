import type { Manifest } from '../kernel/registry/index.ts'
import { peopleManifest } from './people/manifest.ts'
import { placesManifest } from './places/manifest.ts'
import { portfolioManifest } from './portfolio/manifest.ts'
import { wasteBankManifest } from './waste-bank/manifest.ts'

/** The rooms of the program, in the order in which their tables are made. */
export const roomManifests: readonly Manifest[] = [placesManifest, peopleManifest, portfolioManifest, wasteBankManifest]
