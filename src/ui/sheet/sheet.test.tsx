import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import Sheet, { loader } from './sheet.tsx'
import { type SheetLocale } from './sheet-texts.ts'

const frames = [undefined, 'phone', 'staff', 'own'] as const
const pages = (['id', 'en'] as const).flatMap((locale) => frames.map((frame) => [locale, frame] as const))
const draw = (locale: SheetLocale, frame: (typeof frames)[number]) =>
  renderToStaticMarkup(<Sheet loaderData={{ locale, frame }} />)

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = '']) => value)

describe.each(pages)('the sheet in %s, frame %s', (locale, frame) => {
  const html = draw(locale, frame)

  it('carries nothing that a strict Content-Security-Policy stops', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<(?:script|style)\b/)
    expect(html).not.toMatch(/\son[a-z]+=/)
  })

  it('gives each id once, and points only at ids that exist', () => {
    const ids = all(html, /\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const pointed = all(html, /\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g).flatMap((list) =>
      list.split(' '),
    )
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has one main, one h1, a skip link first, and named landmarks', () => {
    expect(all(html, /(<main id="isi")/g)).toHaveLength(1)
    expect(all(html, /(<h1\b)/g)).toHaveLength(1)
    expect(all(html, /<a class="([^"]+)"/g)[0]).toBe('skip')
    expect(html).not.toMatch(/<nav(?![^>]*aria-label)/)
  })

  it('names every control, picture and region', () => {
    const labelled = new Set(all(html, /<label[^>]*for="([^"]+)"/g))
    for (const control of html.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? []) {
      const id = /\sid="([^"]+)"/.exec(control)?.[1]
      // The tiles of the material picker stand inside their labels.
      if (!/type="hidden"|name="field-material"/.test(control)) expect(labelled).toContain(id)
    }
    for (const picture of html.match(/<svg\b[^>]*>/g) ?? [])
      expect(picture).toMatch(/aria-hidden="true"|role="img"[^>]*aria-label="[^"]+"/)
    for (const region of html.match(/<[a-z]+[^>]*role="region"[^>]*>/g) ?? [])
      expect(region).toMatch(/tabindex="0"[^>]*aria-label="[^"]+"/i)
  })
})

it('speaks both languages, with the same parts', () => {
  const shape = (html: string) => all(html, /<([a-z][a-z0-9]*)/g).join(' ')
  expect(shape(draw('en', undefined))).toBe(shape(draw('id', undefined)))
  expect(draw('id', undefined)).toContain('Lembar komponen')
  expect(draw('en', undefined)).not.toContain('Lembar komponen')
})

it('reads language and frame from the address, and ignores what it does not know', () => {
  const ask = (query: string) => loader({ request: new Request(`http://daha.test/ui${query}`) })
  expect(ask('?bahasa=en&frame=staff')).toEqual({ locale: 'en', frame: 'staff' })
  expect(ask('?bahasa=fr&frame=%3Cscript%3E')).toEqual({ locale: 'id', frame: undefined })
})
