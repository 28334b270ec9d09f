import type { Manifest } from '../registry/index.ts'
import { replayErasure } from './replay.ts'

export const erasureManifest: Manifest = { name: 'erasure', uses: [], operations: [replayErasure] }
