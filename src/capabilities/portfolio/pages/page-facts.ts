import { addDays, addMilliseconds, businessDay, startOfDay, systemClock } from '../../../kernel/clock/index.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import { pageIn } from '../../../kernel/page/index.ts'
import type { RequestContext } from '../../../kernel/page/index.ts'

/** What every page of this room is drawn with. */
export interface PageFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
  readonly cityName: string
  readonly user: string
}

export function factsOf({ locale, demo, city, session }: RequestContext): PageFacts {
  return { locale, demo, zone: city.zone, cityName: city.name, user: session?.name ?? '' }
}

/** What the address of a figure's page asks: place, first month, day of the events, day of recording. */
export function filterIn(name: string, url: URL, zone: string) {
  const given = (key: string) => url.searchParams.get(key)?.trim() || undefined
  const [placeId, month, businessAsOf, recordedOn] = ['tempat', 'sejak', 'hari', 'catatan'].map(given)
  return {
    name,
    ...(placeId === undefined ? {} : { placeId }),
    ...(month === undefined ? {} : { from: `${month}-01` }),
    ...(businessAsOf === undefined ? {} : { businessAsOf }),
    ...recordedBy(recordedOn, zone),
  }
}

/** The same with the page of the rows. */
export function rowsIn(name: string, request: Request, zone: string) {
  const url = new URL(request.url)
  return { ...filterIn(name, url, zone), page: pageIn(url.searchParams) }
}

/** The end of that day; nothing when it has not ended, since then it means now. */
function recordedBy(day: string | undefined, zone: string): { recordedAsOf?: string } {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return day === undefined ? {} : { recordedAsOf: day }
  if (day >= businessDay(systemClock.now(), zone)) return {}
  return { recordedAsOf: addMilliseconds(startOfDay(addDays(day, 1), zone), -1) }
}

/** Reads the fields of a form as trimmed texts; a file counts as empty. */
export function textsIn(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
}
