import type { Manifest } from '../registry/index.ts'
import { checkParts } from './derived.ts'
import { parts } from './migrations/0001-parts.ts'

export const indicatorManifest: Manifest = {
  name: 'indicator',
  uses: [],
  migrations: [parts],
  tables: {
    indicator_part: {
      holds: 'operational',
      retention: 'as long as the records that it counts',
      proof: 'derived',
      id: ['indicator', 'placeId', 'dimension', 'month', 'recordedMonth', 'timeliness'],
    },
  },
  derived: (db, { indicators }) => checkParts(db, indicators.values()),
}
