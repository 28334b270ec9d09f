import { cycleIn, edgesFrom, isPage, isTest, partOf, pathTo, roomOf, usesOf, within, type Edge } from './graph.ts'
import type { Problem, Rule } from './rule.ts'
import type { Project, Source } from './source.ts'

const layers = ['kernel', 'ui', 'capabilities', 'cities', 'door', 'server'] as const
type Layer = (typeof layers)[number]

function layerOf(path: string): Layer | undefined {
  const [src, folder, ...rest] = path.split('/')
  if (src !== 'src' || folder === undefined) return undefined
  if (rest.length === 0) return 'server'
  if (folder === 'web' || folder === 'api' || folder === 'cli') return 'door'
  return layers.find((layer) => layer === folder)
}

const edgesWithin = (files: Project): Edge[] =>
  [...edgesFrom(files).values()].flat().filter(({ from }) => from.startsWith('src/'))

const problem = ({ from, to, import: one }: Edge, message: string): Problem => ({
  path: from,
  line: one.line,
  message: `imports ${to}: ${message}`,
})

const layering: Rule = {
  name: 'arrows go server -> web | api | cli -> cities -> capabilities -> ui -> kernel',
  check: (files) => {
    const strangers = [...files.keys()].filter(
      (path) => path.startsWith('src/') && path.split('/').length > 2 && !layerOf(path),
    )
    const wrong = edgesWithin(files).flatMap((edge) => {
      const [from, to] = [layerOf(edge.from), layerOf(edge.to)]
      if (isTest(edge.from)) return []
      if (!edge.to.startsWith('src/'))
        return edge.to.endsWith('.json') ? [] : [problem(edge, 'the program imports nothing outside src')]
      if (!from || !to) return []
      if (layers.indexOf(to) > layers.indexOf(from)) return [problem(edge, `${from} may not import ${to}`)]
      const sibling = from === 'door' && to === 'door' && edge.from.split('/')[1] !== edge.to.split('/')[1]
      return sibling ? [problem(edge, 'web, api and cli do not import one another')] : []
    })
    return [...strangers.map((path) => ({ path, message: 'is in no layer of the layout' })), ...wrong]
  },
  bad: [
    { 'src/kernel/money/index.ts': "import { a } from '../../ui/a.ts'", 'src/ui/a.ts': 'export const a = 1' },
    {
      'src/ui/a.ts': "import { a } from '../capabilities/aid/contract.ts'",
      'src/capabilities/aid/contract.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/index.ts': "import { a } from '../../cities/kediri/a.ts'",
      'src/cities/kediri/a.ts': 'export const a = 1',
    },
    { 'src/cities/kediri/a.ts': "import { a } from '../../web/a.ts'", 'src/web/a.ts': 'export const a = 1' },
    { 'src/api/a.ts': "import { a } from '../web/a.ts'", 'src/web/a.ts': 'export const a = 1' },
    { 'src/web/a.ts': "import { a } from '../server.ts'", 'src/server.ts': 'export const a = 1' },
    { 'src/web/a.ts': "import { a } from '../../test/a.ts'", 'test/a.ts': 'export const a = 1' },
    { 'src/things/a.ts': 'export const a = 1' },
  ],
  good: [
    {
      'src/server.ts': "import { a } from './web/a.ts'",
      'src/web/a.ts': "import { a } from '../kernel/money/index.ts'",
      'src/kernel/money/index.ts': 'export const a = 1',
    },
  ],
}

/** Who starts the program or puts it together may also read manifests. */
const assembles = (path: string) =>
  ['cities', 'door', 'server'].includes(layerOf(path) ?? '') ||
  /^src\/(kernel\/(registry|app)\/|kernel\/manifests\.ts|capabilities\/manifests\.ts)/.test(path)

const doors: Rule = {
  name: 'a room or kernel part is entered by its doors',
  check: (files) =>
    edgesWithin(files).flatMap((edge) => {
      const [room, part] = [roomOf(edge.to), partOf(edge.to)]
      const inside = room === undefined ? partOf(edge.from) === part : roomOf(edge.from) === room
      if ((room === undefined && part === undefined) || inside || !edge.from.startsWith('src/')) return []
      const door = within(edge.to)
      if (door === 'index.ts' || door === 'contract.ts' || (door === 'testing.ts' && isTest(edge.from))) return []
      if (door === 'manifest.ts' && (assembles(edge.from) || isTest(edge.from))) return []
      return [
        problem(
          edge,
          'only index.ts and contract.ts are doors (manifest.ts for those who assemble, testing.ts for tests)',
        ),
      ]
    }),
  bad: [
    {
      'src/capabilities/aid/index.ts': "import { a } from '../people/queries/a.ts'",
      'src/capabilities/people/queries/a.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/index.ts': "import { a } from '../people/manifest.ts'",
      'src/capabilities/people/manifest.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/index.ts': "import { a } from '../people/testing.ts'",
      'src/capabilities/people/testing.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/index.ts': "import { a } from '../../kernel/money/rupiah.ts'",
      'src/kernel/money/rupiah.ts': 'export const a = 1',
    },
    {
      'src/kernel/audit/index.ts': "import { a } from '../money/rupiah.ts'",
      'src/kernel/money/rupiah.ts': 'export const a = 1',
    },
    {
      'src/web/a.ts': "import { a } from '../capabilities/people/tables.ts'",
      'src/capabilities/people/tables.ts': 'export const a = 1',
    },
  ],
  good: [
    {
      'src/capabilities/aid/index.ts': "import { a } from '../people/contract.ts'",
      'src/capabilities/people/contract.ts': 'export const a = 1',
    },
    {
      'src/cities/kediri/index.ts': "import { a } from '../../capabilities/people/manifest.ts'",
      'src/capabilities/people/manifest.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/a.test.ts': "import { a } from '../people/testing.ts'",
      'src/capabilities/people/testing.ts': 'export const a = 1',
    },
  ],
}

const uses: Rule = {
  name: 'a room imports only rooms in its uses, and the graph has no cycle',
  check: (files) => {
    const problems: Problem[] = []
    const graph = new Map<string, Set<string>>()
    for (const manifest of files.values())
      if (roomOf(manifest.path) && within(manifest.path) === 'manifest.ts')
        graph.set(roomOf(manifest.path) ?? '', new Set(usesOf(manifest)))
    for (const edge of edgesWithin(files)) {
      const [from, to] = [roomOf(edge.from), roomOf(edge.to)]
      if (!from || !to || from === to || graph.get(from)?.has(to)) continue
      problems.push(problem(edge, `the manifest of ${from} does not name ${to} in uses`))
    }
    const cycle = cycleIn(graph)
    if (cycle)
      problems.push({
        path: `src/capabilities/${cycle[0]}/manifest.ts`,
        message: `uses has a cycle: ${cycle.join(' -> ')}`,
      })
    return problems
  },
  bad: [
    {
      'src/capabilities/aid/manifest.ts': "export const manifest = { uses: ['people'] }",
      'src/capabilities/aid/index.ts': "import { a } from '../places/index.ts'",
      'src/capabilities/places/index.ts': 'export const a = 1',
    },
    {
      'src/capabilities/aid/manifest.ts': "export const manifest = { uses: ['people'] }",
      'src/capabilities/people/manifest.ts': "export const manifest = { uses: ['places'] }",
      'src/capabilities/places/manifest.ts': "export const manifest = { uses: ['aid'] }",
    },
  ],
  good: [
    {
      'src/capabilities/aid/manifest.ts': "export const manifest = { uses: ['places'] }",
      'src/capabilities/aid/index.ts': "import { a } from '../places/index.ts'",
      'src/capabilities/places/index.ts': 'export const a = 1',
      'src/capabilities/places/manifest.ts': 'export const manifest = { uses: [] }',
    },
  ],
}

const serverFurniture =
  /^(operations|queries|reactions|jobs|migrations|imports|exports|documents|engine)\/|^(tables|indicators|refusals|manifest)\.ts$/

const siblings: Rule = {
  name: 'inside a room siblings are imported directly; its pages reach the server by its door',
  check: (files) =>
    edgesWithin(files).flatMap((edge) => {
      const owner = roomOf(edge.from) ?? partOf(edge.from)
      if (!owner || owner !== (roomOf(edge.to) ?? partOf(edge.to)) || isTest(edge.from)) return []
      const page = isPage(edge.from)
      if (!page && within(edge.to) === 'index.ts' && within(edge.from) !== 'manifest.ts')
        return [problem(edge, 'import the sibling, not your own index')]
      // The bundle would hold a second copy of such a module beside the one of the server.
      const copies = page && !edge.import.typeOnly && serverFurniture.test(within(edge.to))
      return copies ? [problem(edge, 'a page takes this from ../index.ts')] : []
    }),
  bad: [
    {
      'src/capabilities/aid/queries/a.ts': "import { b } from '../index.ts'",
      'src/capabilities/aid/index.ts': 'export const b = 1',
    },
    { 'src/kernel/money/a.ts': "import { b } from './index.ts'", 'src/kernel/money/index.ts': 'export const b = 1' },
    {
      'src/capabilities/aid/pages/a.tsx': "import { b } from '../queries/b.ts'",
      'src/capabilities/aid/queries/b.ts': 'export const b = 1',
    },
  ],
  good: [
    {
      'src/capabilities/aid/pages/a.tsx': "import { b } from '../index.ts'",
      'src/capabilities/aid/index.ts': 'export const b = 1',
    },
  ],
}

const serverPackages =
  /^(node:|pg$|pg-boss$|kysely$|pino$|sharp$|exceljs$|pdfmake|yauzl$|file-type$|hono|@hono\/|@node-rs\/|@react-router\/node|@simplewebauthn\/server)/
const needsServer = (file: Source) =>
  (file.parsed?.imports ?? []).some(({ specifier, typeOnly }) => !typeOnly && serverPackages.test(specifier))

const isomorphic: Rule = {
  name: 'ui, contracts and texts reach nothing of the server',
  check: (files) =>
    [...files.keys()].flatMap((path) => {
      const mustBe = path.startsWith('src/ui/') || /^src\/.*\/(contract\.ts|texts\/[^/]+\.ts)$/.test(path)
      const trail = mustBe && !isTest(path) ? pathTo(files, path, needsServer) : undefined
      return trail ? [{ path, message: `reaches the server: ${trail.join(' -> ')}` }] : []
    }),
  bad: [
    {
      'src/ui/a.tsx': "import { b } from '../kernel/files/index.ts'",
      'src/kernel/files/index.ts': "import { readFile } from 'node:fs/promises'\nexport const b = readFile",
    },
    { 'src/capabilities/aid/contract.ts': "import { sql } from 'kysely'\nexport const a = sql" },
  ],
  good: [
    { 'src/capabilities/aid/contract.ts': "import type { Kysely } from 'kysely'\nexport type A = Kysely<object>" },
  ],
}

const noComponents: Rule = {
  name: 'server code reaches no .tsx',
  check: (files) =>
    [...files.values()].flatMap(({ path }) => {
      if (
        !path.startsWith('src/') ||
        !path.endsWith('.ts') ||
        isTest(path) ||
        isPage(path) ||
        path.startsWith('src/ui/')
      )
        return []
      const trail = pathTo(files, path, (file) => file.path.endsWith('.tsx'))
      return trail ? [{ path, message: `type stripping does no JSX: ${trail.join(' -> ')}` }] : []
    }),
  bad: [
    { 'src/web/a.ts': "import { B } from './b.tsx'", 'src/web/b.tsx': 'export const B = () => <b />' },
    {
      'src/web/a.ts': "import { B } from '../ui/b.ts'",
      'src/ui/b.ts': "export { B } from './b.tsx'",
      'src/ui/b.tsx': 'export const B = () => <b />',
    },
  ],
  good: [{ 'src/web/a.ts': "import type { B } from './b.tsx'", 'src/web/b.tsx': 'export type B = string' }],
}

export const arrows: Rule[] = [layering, doors, uses, siblings, isomorphic, noComponents]
