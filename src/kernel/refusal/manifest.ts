import type { Manifest } from '../registry/index.ts'
import { texts } from './texts/index.ts'

export const refusalManifest: Manifest = { name: 'refusal', uses: [], texts }
