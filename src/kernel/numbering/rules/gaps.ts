import { formatDocumentNumber, parseDocumentNumber } from './document-number.ts'

export interface SeriesReport {
  unit: string
  device: string
  year: number
  /** How many different numbers there are. */
  count: number
  /** The highest running number seen. */
  last: number
  /** Missing stretches below the highest, both ends missing. */
  gaps: { from: string; to: string; count: number }[]
  /** Numbers given more than once. */
  repeated: string[]
}

/**
 * What is missing and what is double in each series (unit, device, year), sorted by series. A series begins with 1; what
 * a device has not yet sent above its highest number cannot be seen from here.
 * @throws RangeError when a text is no document number
 */
export function findGaps(numbers: Iterable<string>): SeriesReport[] {
  const series = new Map<string, Map<number, number>>()
  for (const text of numbers) {
    const { unit, device, year, running } = parseDocumentNumber(text)
    const key = `${unit}-${device}-${year}`
    const times = series.get(key) ?? new Map<number, number>()
    times.set(running, (times.get(running) ?? 0) + 1)
    series.set(key, times)
  }
  return [...series.entries()]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, times]) => report(key, times))
}

function report(key: string, times: Map<number, number>): SeriesReport {
  const [unit = '', device = '', year = ''] = key.split('-')
  const numberOf = (running: number) => formatDocumentNumber({ unit, device, year: Number(year), running })
  const sorted = [...times.keys()].toSorted((left, right) => left - right)
  const gaps: SeriesReport['gaps'] = []
  let expected = 1
  for (const running of sorted) {
    if (running > expected)
      gaps.push({ from: numberOf(expected), to: numberOf(running - 1), count: running - expected })
    expected = running + 1
  }
  const repeated = sorted.filter((running) => (times.get(running) ?? 0) > 1).map(numberOf)
  return { unit, device, year: Number(year), count: sorted.length, last: expected - 1, gaps, repeated }
}
