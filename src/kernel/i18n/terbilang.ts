import { partsOf } from '../clock/contract.ts'
import type { CivilDate } from '../clock/contract.ts'
import type { Rupiah } from '../money/contract.ts'
import { formatWeekday, monthName } from './format-date.ts'

const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const
const scales = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const

/**
 * A whole number in Indonesian words: `seribu dua ratus sebelas`, `nol`, `minus lima`.
 * @throws RangeError when the number is not a safe whole number
 */
export function terbilang(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return 'nol'
  const words: string[] = value < 0 ? ['minus'] : []
  const groups: number[] = []
  for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  for (let scale = groups.length - 1; scale >= 0; scale--) {
    const group = groups[scale] ?? 0
    if (group === 0) continue
    // Only a thousand says *se-* for one; a million is *satu juta*.
    if (group === 1 && scale === 1) words.push('seribu')
    else words.push(...belowThousand(group), ...(scale > 0 ? [scales[scale] ?? ''] : []))
  }
  return words.join(' ')
}

/** `sebelas ribu dua ratus lima puluh rupiah` */
export function terbilangRupiah(amount: Rupiah): string {
  return `${terbilang(amount)} rupiah`
}

/** `Sabtu, tanggal sepuluh bulan Oktober tahun dua ribu dua puluh enam`, as minutes and agreements begin. */
export function terbilangDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${formatWeekday(date, 'id')}, tanggal ${terbilang(day)} bulan ${monthName(month, 'id')} tahun ${terbilang(year)}`
}

function belowThousand(value: number): string[] {
  const hundreds = Math.floor(value / 100)
  const words: string[] = []
  if (hundreds === 1) words.push('seratus')
  else if (hundreds > 1) words.push(units[hundreds] ?? '', 'ratus')
  return [...words, ...belowHundred(value % 100)]
}

function belowHundred(value: number): string[] {
  if (value === 0) return []
  if (value === 10) return ['sepuluh']
  if (value === 11) return ['sebelas']
  if (value < 10) return [units[value] ?? '']
  if (value < 20) return [units[value - 10] ?? '', 'belas']
  return [units[Math.floor(value / 10)] ?? '', 'puluh', ...(value % 10 === 0 ? [] : [units[value % 10] ?? ''])]
}
