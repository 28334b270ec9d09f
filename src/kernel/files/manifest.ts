import type { Manifest } from '../registry/index.ts'
import { texts } from './texts/index.ts'

export const filesManifest: Manifest = { name: 'files', uses: [], texts }
