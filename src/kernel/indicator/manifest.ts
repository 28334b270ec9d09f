import type { Manifest } from '../registry/index.ts'
import { checkParts } from './derived.ts'
import { figureDownload, openedDownload } from './downloads.ts'
import {
  getFigure,
  listIndicators,
  listPlacesOfIndicator,
  openFigureOfficer,
  openFigureOwn,
  openFigurePublic,
} from './queries.ts'
import { parts } from './migrations/0001-parts.ts'
import { texts } from './texts/index.ts'

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
    indicator_whole: {
      holds: 'operational',
      retention: 'as long as the records that it counts',
      proof: 'derived',
      id: ['indicator', 'slot', 'dimension', 'month', 'recordedMonth', 'timeliness'],
    },
  },
  queries: [listIndicators, listPlacesOfIndicator, getFigure, openFigurePublic, openFigureOfficer, openFigureOwn],
  downloads: [figureDownload, openedDownload],
  texts,
  derived: (db, { indicators }) => checkParts(db, indicators.values()),
}
