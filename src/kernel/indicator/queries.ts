import { sql } from 'kysely'
import { anyone, inScope, own, within } from '../access/index.ts'
import { query } from '../query/index.ts'
import {
  Figure,
  FigureFilter,
  IndicatorPage,
  IndicatorPlaces,
  ListIndicatorPlaces,
  ListIndicators,
  OpenedPublic,
  OpenedRows,
  OpenFigure,
} from './contract.ts'
import { askFigure } from './figure.ts'
import { listIndicatorPlaces } from './list-places.ts'
import { openPublic } from './open-public.ts'
import { openRows } from './open.ts'
import type { IndicatorTables } from './tables.ts'

export const listIndicators = query<IndicatorTables>()({
  name: 'indicator.list',
  about: 'All figures that can be asked, with what each of them counts.',
  input: ListIndicators,
  output: IndicatorPage,
  allow: anyone(),
  async run({ indicators }, { page, size }) {
    const all = [...indicators.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const rows = all.slice((page - 1) * size, page * size).map(({ name, title, definition, measure }) => ({
      name,
      title: { ...title },
      definition: { ...definition },
      measure,
    }))
    return { rows, total: all.length, page, size }
  },
})

export const getFigure = query<IndicatorTables>()({
  name: 'indicator.figure',
  about: 'A figure by month and dimension, as of a business day and an instant of recording. Small cells are hidden.',
  input: FigureFilter,
  output: Figure,
  allow: anyone(),
  run: (context, input) => askFigure(context, input),
})

export const listPlacesOfIndicator = query<IndicatorTables>()({
  name: 'indicator.places',
  about: 'Places by which a figure can be asked, each under the one above it.',
  input: ListIndicatorPlaces,
  output: IndicatorPlaces,
  allow: anyone(),
  run: (context, { name }) => listIndicatorPlaces(context, name),
})

export const openFigurePublic = query<IndicatorTables>()({
  name: 'indicator.open_public',
  about: 'The figure opened for anyone: sums by day, place and dimension, without persons. Small cells are hidden.',
  input: OpenFigure,
  output: OpenedPublic,
  allow: anyone(),
  run: (context, input) => openPublic(context, input),
})

export const openFigureOfficer = query<IndicatorTables>()({
  name: 'indicator.open_officer',
  about: 'The figure opened for an officer: the single records of the places that the officer answers for.',
  input: OpenFigure,
  output: OpenedRows,
  allow: within('indicator.open'),
  run: (context, input) => openRows(context, input, 'officer', () => inScope(context.scope, 'c.place_id')),
})

export const openFigureOwn = query<IndicatorTables>()({
  name: 'indicator.open_own',
  about: 'The figure opened for the person: the own records that it counts.',
  input: OpenFigure,
  output: OpenedRows,
  allow: own(),
  run: (context, input) =>
    openRows(
      context,
      input,
      'own',
      ({ source }) => sql<boolean>`${sql.raw(source.person.id)} = ${context.scope.personId}`,
    ),
})
