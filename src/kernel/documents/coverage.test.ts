import { describe, expect, it } from 'vitest'
import { runsOfText, settable } from './coverage.ts'

describe('what the fonts can set', () => {
  it('leaves Indonesian and common signs alone', () => {
    const text = 'Rp11.250 · 1,85 kg × 3.000 – é • “ya” ½ m² −5'
    expect(runsOfText(text)).toEqual([{ text }])
  })

  it('sets a letter of the second file from that file', () => {
    expect(runsOfText('Ḥasan')).toEqual([{ text: 'Ḥ', font: 'JakartaExtended' }, { text: 'asan' }])
    expect(runsOfText('S\u030carif')).toEqual([{ text: 'Š', font: 'JakartaExtended' }, { text: 'arif' }])
  })

  it('writes what neither file has as near as it can, and never drops a letter unseen', () => {
    expect(runsOfText('≥ 5 CO₂')).toEqual([{ text: '>= 5 CO2' }])
    expect(runsOfText('ꦱ')).toEqual([{ text: '?' }])
    expect(runsOfText('A😀B')).toEqual([{ text: 'A?B' }])
  })

  it('copies the definition, and leaves pictures and bytes as they are', () => {
    const bytes = Buffer.from([1, 2])
    const page = {
      content: [{ text: 'Ḥ' }, 'Ḥ', { svg: '<svg>≥</svg>' }, { image: bytes }],
      footer: () => ({ text: 'ā' }),
    }
    const copied = settable(page)
    const extended = [{ text: 'Ḥ', font: 'JakartaExtended' }]
    expect(copied.content).toEqual([{ text: extended }, { text: extended }, { svg: '<svg>≥</svg>' }, { image: bytes }])
    expect(copied.footer()).toEqual({ text: [{ text: 'ā', font: 'JakartaExtended' }] })
    expect(page.content[1]).toBe('Ḥ')
  })
})
