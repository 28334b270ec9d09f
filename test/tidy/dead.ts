import { posix } from 'node:path'
import { edgesFrom, isTest } from './graph.ts'
import type { Problem, Rule } from './rule.ts'
import type { Project, Source } from './source.ts'

const isSource = (path: string) => /^src\/.*\.(ts|tsx|css)$/.test(path)

/** Begun from outside: by Node, by the router, by the test runner. Everything else must be reachable from one of them. */
const isEntry = (path: string) =>
  /^src\/[^/]+\.(ts|tsx|css)$/.test(path) ||
  // Found by src/routes.ts in whatever room has one, and by the `daha` command.
  /^src\/capabilities\/[^/]+\/pages\/routes\.ts$/.test(path) ||
  path === 'src/cli/main.ts' ||
  /^(scripts|bench)\//.test(path) ||
  /^[^/]+\.config\.ts$/.test(path)

/** Files named in a string: pages in a table of routes, workers in a URL, parts read from disk. */
function named(file: Source, files: Project): string[] {
  return (file.parsed?.visits ?? []).flatMap(({ node }) => {
    const value = node.type === 'Literal' ? node['value'] : undefined
    if (typeof value !== 'string' || !/\.(ts|tsx|css)$/.test(value)) return []
    return [posix.join(posix.dirname(file.path), value), posix.join('src', value), value].filter((path) =>
      files.has(path),
    )
  })
}

function reachable(files: Project, starts: string[]): Set<string> {
  const seen = new Set(starts)
  const queue = [...starts]
  for (let path = queue.pop(); path; path = queue.pop()) {
    const file = files.get(path)
    const next = [...(edgesFrom(files).get(path) ?? []).map(({ to }) => to), ...(file ? named(file, files) : [])]
    for (const to of next)
      if (!seen.has(to)) {
        seen.add(to)
        queue.push(to)
      }
  }
  return seen
}

const deadFiles: Rule = {
  name: 'every file is reached from an entry',
  check: (files) => {
    const alive = reachable(files, [...files.keys()].filter(isEntry))
    const tested = reachable(
      files,
      [...files.keys()].filter((path) => /\.test\.tsx?$|^test\/.*(setup|\.config)\.ts$/.test(path)),
    )
    const dead = (path: string) =>
      isTest(path)
        ? /\.tsx?$/.test(path) && !path.startsWith('bench/') && !tested.has(path)
        : isSource(path) && !alive.has(path)
    return [...files.keys()]
      .filter(dead)
      .map((path) => ({ path, message: isTest(path) ? 'no test uses it' : 'nothing leads here from an entry' }))
  },
  bad: [
    { 'src/server.ts': '', 'src/kernel/money/index.ts': 'export const a = 1' },
    {
      'src/server.ts': '',
      'src/kernel/money/a.ts': 'export const a = 1',
      'src/kernel/money/a.test.ts': "import { a } from './a.ts'\na",
    },
    { 'test/browser/a.ts': 'export const a = 1' },
    { 'src/server.ts': '', 'src/ui/a.css': 'a {}' },
  ],
  good: [
    {
      'src/routes.ts': "export default [route('a', './web/pages/a.tsx')]",
      'src/web/pages/a.tsx': "import './a.css'",
      'src/web/pages/a.css': '',
    },
    { 'test/a.test.ts': "import { a } from './browser/a.ts'\na", 'test/browser/a.ts': 'export const a = 1' },
  ],
}

/** Read by the router from a route module, by name. */
const routeExports = new Set(
  'default loader action clientLoader clientAction meta links headers handle middleware clientMiddleware ErrorBoundary HydrateFallback Layout shouldRevalidate streamTimeout handleError handleDataRequest'.split(
    ' ',
  ),
)
const isRoute = (path: string) =>
  path.includes('/pages/') || path === 'src/ui/sheet/sheet.tsx' || /^src\/(root|routes|entry\.\w+)\.tsx?$/.test(path)

/** Names which the file itself mentions again: an exported type may only serve a signature. */
const mentions = (file: Source, name: string) =>
  (file.parsed?.visits ?? []).filter(({ node }) => node.type === 'Identifier' && node['name'] === name).length

function usedNames(files: Project): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  for (const edges of edgesFrom(files).values())
    for (const { to, import: one } of edges) {
      const names = used.get(to) ?? new Set()
      for (const name of one.names) names.add(name)
      used.set(to, names)
    }
  return used
}

const deadExports: Rule = {
  name: 'every export is used',
  check: (files) => {
    const used = usedNames(files)
    return [...files.values()].flatMap((file): Problem[] => {
      if (!file.path.startsWith('src/') || isTest(file.path) || file.path.endsWith('.config.ts')) return []
      const names = used.get(file.path)
      if (names?.has('*') || !file.parsed) return []
      const door = /\/(index|contract)\.ts$/.test(file.path)
      // What the kernel, the design system and a contract offer is there for the rooms to come as well.
      if (/^src\/(kernel|ui)\/[^/]+\/(index|contract)\.ts$|^src\/capabilities\/[^/]+\/contract\.ts$/.test(file.path))
        return []
      return file.parsed.exports.flatMap(({ name, typeOnly, line }) => {
        if (name === '*' || names?.has(name) || (isRoute(file.path) && routeExports.has(name))) return []
        if (typeOnly && (door || mentions(file, name) > 1)) return []
        return [{ path: file.path, line, message: `exports ${name}, which nobody imports` }]
      })
    })
  },
  bad: [
    {
      'src/server.ts': "import { a } from './capabilities/aid/index.ts'\na",
      'src/capabilities/aid/index.ts': 'export const a = 1\nexport const b = 2',
    },
    {
      'src/capabilities/aid/index.ts': "export { a } from './a.ts'",
      'src/capabilities/aid/a.ts': 'export const a = 1',
    },
    { 'src/kernel/money/a.ts': 'export type A = string' },
    { 'src/web/pages/a.tsx': 'export const other = 1' },
  ],
  good: [
    {
      'src/kernel/money/a.ts': 'export type A = string\nexport const a = (b: A) => b',
      'src/kernel/money/b.ts': "import { a } from './a.ts'\na('')",
    },
    { 'src/web/pages/a.tsx': 'export const loader = () => 1\nexport default () => <b />' },
  ],
}

const starExports: Rule = {
  name: 'a door lists its names',
  check: (files) =>
    [...files.values()].flatMap(({ path, parsed }) =>
      (parsed?.exports ?? [])
        .filter(({ name }) => name === '*')
        .map(({ line }) => ({ path, line, message: 'export * hides what is offered' })),
    ),
  bad: [{ 'src/kernel/money/index.ts': "export * from './a.ts'", 'src/kernel/money/a.ts': '' }],
  good: [{ 'src/kernel/money/index.ts': "export { a } from './a.ts'", 'src/kernel/money/a.ts': 'export const a = 1' }],
}

export const dead: Rule[] = [deadFiles, deadExports, starExports]
