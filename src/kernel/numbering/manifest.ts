import type { Manifest } from '../registry/index.ts'
import { askGaps } from './gaps.ts'
import { series } from './migrations/0001-series.ts'
import { texts } from './texts/index.ts'

const kept = { holds: 'operational', retention: 'as long as the documents that it numbered', proof: 'rows' } as const

export const numberingManifest: Manifest = {
  name: 'numbering',
  uses: [],
  migrations: [series],
  tables: {
    device_letter: { ...kept, id: ['placeId', 'deviceId'] },
    number_series: { ...kept, id: ['placeId', 'letter', 'year'] },
    number_missing: { ...kept, id: ['placeId', 'letter', 'year', 'running'] },
  },
  permissions: { 'numbering.read': ['city_admin', 'auditor'] },
  queries: [askGaps],
  texts,
}
