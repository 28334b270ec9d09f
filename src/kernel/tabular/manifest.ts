import type { Manifest } from '../registry/index.ts'
import { texts } from './texts/index.ts'

export const tabularManifest: Manifest = { name: 'tabular', uses: [], texts }
