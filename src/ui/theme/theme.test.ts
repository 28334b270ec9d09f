import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ui = path.resolve(import.meta.dirname, '..')
const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
const read = (file: string) => readFileSync(path.join(ui, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
const tokens = read('theme/tokens.css')

/** The custom properties of the first block that `selector` opens. */
function blockOf(selector: string): Map<string, string> {
  const from = tokens.indexOf(`${selector} {`)
  const block = tokens.slice(from, tokens.indexOf('}', from))
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )
}

const light = blockOf('\n:root')
const dark = blockOf("\n:root[data-theme='dark']")
const darkBySystem = blockOf(":root:not([data-theme='light'])")

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const pillars = ['economy', 'society', 'environment', 'living', 'branding', 'governance']
const grounds = ['paper', 'sheet', 'well']
const words: [ink: string, ground: string][] = [
  ...['ink', 'ink-soft', 'action', 'stop', 'ok', 'wait', 'idle', ...pillars].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['ok', 'wait', 'stop', 'idle', ...pillars].map((ink): [string, string] => [ink, `${ink}-tint`]),
  ...['ok', 'wait', 'stop', 'action'].map((tone): [string, string] => ['ink', `${tone}-tint`]),
  ['action', 'action-tint'],
  ['action-strong', 'action-tint'],
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['sheet', 'stop'],
  ['paper', 'ink'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_theme, theme) => {
  const value = (name: string) => theme.get(`--${name}`) ?? light.get(`--${name}`) ?? ''

  it.each(words)('%s is readable on %s', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(
    grounds.flatMap(
      (ground) =>
        [
          ['line-strong', ground],
          ['focus', ground],
        ] as const,
    ),
  )('%s stands out on %s', (line, ground) => {
    expect(contrast(value(line), value(ground))).toBeGreaterThanOrEqual(3)
  })
})

describe('the style sheets', () => {
  it('measures contrast rightly', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('draws the same dark page by system and by choice', () => {
    expect(darkBySystem.size).toBeGreaterThan(30)
    expect(darkBySystem).toEqual(dark)
  })

  it.each(files.filter((file) => file !== path.join('theme', 'tokens.css')))('%s uses tokens only', (file) => {
    const text = read(file).replaceAll(/url\([^)]*\)/g, '')
    expect(text).not.toMatch(/#[0-9a-f]{3,8}\b(?!\s*\{)/i)
    expect(text).not.toMatch(/\b(?:rgb|hsl|oklch)a?\(/)
    expect(text).not.toMatch(/color-mix\(|light-dark\(/)
  })

  it.each(files)('%s names only tokens that exist', (file) => {
    const known = new Set(
      [...tokens.matchAll(/(--[\w-]+):/g), ...read('theme/weaves.css').matchAll(/(--[\w-]+):/g)].map(
        ([, name]) => name,
      ),
    )
    const text = read(file)
    const own = new Set([...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    // A property with a fallback may be absent.
    const unknown = [...text.matchAll(/var\((--[\w-]+)\)/g)]
      .map(([, name]) => name)
      .filter((name) => !known.has(name) && !own.has(name))
    expect(unknown).toEqual([])
  })

  it.each(files)('%s nests no rule, for old phones', (file) => {
    let depth = 0
    const stack: boolean[] = []
    for (const [, opener, brace] of read(file).matchAll(/([^{};]*)([{}])/g)) {
      if (brace === '}') {
        depth -= stack.pop() ? 1 : 0
        continue
      }
      const isRule = !(opener ?? '').trim().startsWith('@')
      if (isRule) depth += 1
      stack.push(isRule)
      expect(depth).toBeLessThanOrEqual(1)
    }
    expect(depth).toBe(0)
  })

  it('carries a font of one small file, and all cloths', () => {
    const font = /url\(['"]([^'"]+)['"]\)/.exec(read('theme/font.css'))?.[1] ?? ''
    expect(statSync(path.join(ui, '../../node_modules', font)).size).toBeLessThan(30_000)
    for (const pillar of pillars) expect(statSync(path.join(ui, `weave/cloth-${pillar}.svg`)).size).toBeGreaterThan(500)
  })
})
