import type { ChartColumn } from '../bar-chart/index.ts'
import type { SheetLocale } from './sheet-texts.ts'

/** Made-up hashes, one a kind of record. */
export const hashes = [
  '57eb6b34c0ffee00112233445566778899aabbccddeeff00112233445566778',
  '5e5a212a90ffee00112233445566778899aabbccddeeff00112233445566778',
  'ba2d08d4a1ffee00112233445566778899aabbccddeeff00112233445566778',
] as const

const names = {
  id: [
    'Oktober 2025',
    'November 2025',
    'Desember 2025',
    'Januari 2026',
    'Februari 2026',
    'Maret 2026',
    'April 2026',
    'Mei 2026',
    'Juni 2026',
    'Juli 2026',
    'Agustus 2026',
    'September 2026',
  ],
  en: [
    'October 2025',
    'November 2025',
    'December 2025',
    'January 2026',
    'February 2026',
    'March 2026',
    'April 2026',
    'May 2026',
    'June 2026',
    'July 2026',
    'August 2026',
    'September 2026',
  ],
} as const

export function months(locale: SheetLocale): ChartColumn[] {
  return names[locale].map((name, index) => ({
    key: name,
    name,
    short: name.slice(0, 1),
    below: index === 0 ? '2025' : index === 3 ? '2026' : undefined,
    current: index === 11,
  }))
}

export const cardboardKg = [563, 590, 678, 521, 561, 754, 626, 661, 675, null, 801, 923] as const
export const bottlesKg = [329, 386, 425, 254, 227, 492, 441, 312, 330, 375, 443, 491] as const
export const deposits = [251, 259, 292, 231, 221, 354, 302, 287, 280, null, 323, 387] as const

/** A pattern that only looks like a code: it must never lead anywhere. */
export function sampleCode(modules: number): string {
  const lines: string[] = []
  for (let y = 0; y < modules; y += 1) {
    for (let x = 0; x < modules; x += 1) {
      if (isDark(x, y, modules)) lines.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  return lines.join('')
}

function isDark(x: number, y: number, modules: number): boolean {
  const eye = [
    [0, 0],
    [modules - 7, 0],
    [0, modules - 7],
  ].find(([left = 0, top = 0]) => x >= left - 1 && x <= left + 7 && y >= top - 1 && y <= top + 7)
  if (eye === undefined) return (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0
  const ring = Math.max(Math.abs(x - (eye[0] ?? 0) - 3), Math.abs(y - (eye[1] ?? 0) - 3))
  return ring === 3 || ring < 2
}
