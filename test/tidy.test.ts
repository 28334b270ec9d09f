import { describe, expect, it } from 'vitest'
import { arrows } from './tidy/arrows.ts'
import { constructs } from './tidy/constructs.ts'
import { dead } from './tidy/dead.ts'
import { edgesOf } from './tidy/graph.ts'
import { show } from './tidy/rule.ts'
import { shape } from './tidy/shape.ts'
import { project, readProject } from './tidy/source.ts'

const rules = [...arrows, ...constructs, ...shape, ...dead]
const files = readProject(process.cwd())

// A checker that finds nothing because it reads nothing looks exactly like a clean house.
it('saw the whole house', () => {
  const code = [...files.values()].filter(({ parsed }) => parsed)
  expect(code.length).toBeGreaterThan(300)
  expect(edgesOf(files).length).toBeGreaterThan(1_000)
  expect(code.reduce((sum, { parsed }) => sum + (parsed?.visits.length ?? 0), 0)).toBeGreaterThan(100_000)
})

describe.each(rules)('$name', (rule) => {
  it.each(rule.bad.map((fixture) => [Object.entries(fixture).flat().join(' | ').slice(0, 120), fixture] as const))(
    'refuses %s',
    (_, fixture) => {
      expect(rule.check(project(fixture))).not.toEqual([])
    },
  )

  it.each(rule.good.map((fixture) => [Object.entries(fixture).flat().join(' | ').slice(0, 120), fixture] as const))(
    'passes %s',
    (_, fixture) => {
      expect(rule.check(project(fixture)).map(show)).toEqual([])
    },
  )

  it('holds here', () => {
    expect(rule.check(files).map(show)).toEqual([])
  })
})
