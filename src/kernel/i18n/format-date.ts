import { businessDay, localTime, partsOf, partsOfMonth, weekdayOf } from '../clock/contract.ts'
import type { CivilDate, DateRange, Instant, Month } from '../clock/contract.ts'
import type { Locale } from './locale.ts'

const monthNames: Readonly<Record<Locale, readonly string[]>> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

const monthNamesShort: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

const weekdayNames: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** full `Sabtu 10 Oktober 2026` · long `10 Oktober 2026` · medium `10 Okt 2026` · short `10/10/2026` */
export type DateStyle = 'full' | 'long' | 'medium' | 'short'

/**
 * A civil date. The names are written here rather than taken from the platform, so that server, browser and paper
 * show the same letters.
 */
export function formatDate(date: CivilDate, locale: Locale, style: DateStyle = 'full'): string {
  const { year, month, day } = partsOf(date)
  if (style === 'short') return `${pad(day)}/${pad(month)}/${String(year).padStart(4, '0')}`
  if (style === 'medium') return `${day} ${monthNamesShort[locale][month - 1]} ${year}`
  const long = `${day} ${monthNames[locale][month - 1]} ${year}`
  return style === 'long' ? long : `${formatWeekday(date, locale)} ${long}`
}

/** `Sabtu` */
export function formatWeekday(date: CivilDate, locale: Locale): string {
  return weekdayNames[locale][weekdayOf(date) - 1] ?? ''
}

/** @param month 1 to 12; gives `Oktober` or `Okt` */
export function monthName(month: number, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const name = (style === 'long' ? monthNames : monthNamesShort)[locale][month - 1]
  if (name === undefined) throw new RangeError(`not a month: ${month}`)
  return name
}

/** `Oktober 2026` or `Okt 2026` */
export function formatMonth(month: Month, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const parts = partsOfMonth(month)
  return `${monthName(parts.month, locale, style)} ${parts.year}`
}

/** `3 Okt 2026 sampai 10 Okt 2026`; one day alone when both ends are the same. */
export function formatDateRange(range: DateRange, locale: Locale, style: DateStyle = 'medium'): string {
  const from = formatDate(range.fromOn, locale, style)
  const until = formatDate(range.untilOn, locale, style)
  return from === until ? from : `${from} ${locale === 'id' ? 'sampai' : 'to'} ${until}`
}

/** `09.41`; `09:41` in English */
export function formatTime(instant: Instant, zone: string, locale: Locale): string {
  const { hour, minute } = localTime(instant, zone)
  return `${pad(hour)}${locale === 'id' ? '.' : ':'}${pad(minute)}`
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** `WIB` for Asia/Jakarta; the IANA name where people have no short one. */
export function zoneName(zone: string): string {
  return zoneNames[zone] ?? zone
}

/** `Sabtu 10 Oktober 2026 pukul 09.41 WIB`; medium and short `10 Okt 2026, 09.41` and `10/10/2026 09.41`. */
export function formatInstant(instant: Instant, zone: string, locale: Locale, style: DateStyle = 'medium'): string {
  const date = formatDate(businessDay(instant, zone), locale, style)
  const time = formatTime(instant, zone, locale)
  if (style === 'short') return `${date} ${time}`
  if (style === 'medium') return `${date}, ${time}`
  return `${date} ${locale === 'id' ? 'pukul' : 'at'} ${time} ${zoneName(zone)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
