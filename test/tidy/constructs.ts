import { isTest } from './graph.ts'
import type { Problem, Rule } from './rule.ts'
import { isNode, type Node, type Project, type Source, type Visit } from './source.ts'

const isProgram = (path: string) => path.startsWith('src/') && !isTest(path)

const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node['name']) : '')

/** 'Date.now' for a member expression of two plain names. */
function memberOf(node: Node): string {
  if (node.type !== 'MemberExpression') return ''
  return `${nameOf(node['object'])}.${node['computed'] === true ? '' : nameOf(node['property'])}`
}

/** A rule about single syntax nodes: `where` says which files, `wrong` which nodes. */
function banned(
  name: string,
  where: (path: string) => boolean,
  wrong: (visit: Visit, file: Source) => boolean,
  bad: Record<string, string>[],
  good: Record<string, string>[] = [],
): Rule {
  return {
    name,
    check: (files) =>
      [...files.values()].flatMap((file) =>
        where(file.path)
          ? (file.parsed?.visits ?? [])
              .filter((visit) => wrong(visit, file))
              .map(({ node }) => ({ path: file.path, line: file.lineOf(node.start), message: name }))
          : [],
      ),
    bad,
    good,
  }
}

const isCast = ({ type }: Node) =>
  type === 'TSAsExpression' || type === 'TSTypeAssertion' || type === 'TSSatisfiesExpression'
const castTo = (node: unknown, type: string) =>
  isNode(node) && isCast(node) && isNode(node['typeAnnotation']) && node['typeAnnotation'].type === type

const casts: Rule[] = [
  banned(
    'no cast to any',
    () => true,
    ({ node }) => castTo(node, 'TSAnyKeyword'),
    [{ 'src/ui/a.ts': 'export const a = 1 as any' }, { 'test/a.ts': 'export const a = <any>1' }],
  ),
  banned(
    'no cast through unknown outside the kernel',
    (path) => !path.startsWith('src/kernel/'),
    ({ node }) => isCast(node) && castTo(node['expression'], 'TSUnknownKeyword'),
    [{ 'src/ui/a.ts': 'export const a = 1 as unknown as string' }],
    [
      { 'src/kernel/id/index.ts': 'export const a = 1 as unknown as string' },
      { 'src/ui/a.ts': 'export const a = 1 as unknown' },
    ],
  ),
  banned(
    'no enum, namespace or parameter property: type stripping refuses them',
    () => true,
    ({ node }) =>
      ['TSEnumDeclaration', 'TSModuleDeclaration', 'TSParameterProperty'].includes(node.type) &&
      node['declare'] !== true &&
      node['kind'] !== 'global',
    [
      { 'src/ui/a.ts': 'export enum A { B }' },
      { 'src/ui/a.ts': 'export namespace A { export const b = 1 }' },
      { 'src/ui/a.ts': 'export class A { constructor(private b: string) {} }' },
    ],
  ),
]

const sources: Rule[] = [
  banned(
    'time comes from the clock',
    (path) => isProgram(path) && !path.startsWith('src/kernel/clock/'),
    ({ node }, { path }) => {
      if (memberOf(node) === 'Date.now') return true
      if ((node.type !== 'NewExpression' && node.type !== 'CallExpression') || nameOf(node['callee']) !== 'Date')
        return false
      // Libraries behind the kernel want a Date made from an instant that came from the clock.
      const given = Array.isArray(node['arguments']) && node['arguments'].length > 0
      return !(given && node.type === 'NewExpression' && path.startsWith('src/kernel/'))
    },
    [
      { 'src/ui/a.ts': 'export const a = new Date()' },
      { 'src/ui/a.ts': 'export const a = new Date(b)' },
      { 'src/kernel/audit/a.ts': 'export const a = new Date()' },
      { 'src/ui/a.ts': 'export const a = Date.now()' },
      { 'src/ui/a.ts': 'export const a = Date()' },
    ],
    [
      { 'src/kernel/clock/index.ts': 'export const a = new Date()' },
      { 'src/kernel/documents/index.ts': 'export const a = new Date(instant)' },
      { 'src/ui/a.test.ts': 'export const a = new Date()' },
    ],
  ),
  banned(
    'numbers, money and dates are written by kernel/i18n',
    // The clock reads the offset of a time zone from Intl, which is the only place that knows it.
    (path) => isProgram(path) && !/^src\/kernel\/(i18n|clock)\//.test(path),
    ({ node }) =>
      (node.type === 'MemberExpression' &&
        (nameOf(node['object']) === 'Intl' || nameOf(node['property']).startsWith('toLocale'))) ||
      (node.type === 'TSQualifiedName' && nameOf(node['left']) === 'Intl'),
    [
      { 'src/ui/a.ts': "export const a = new Intl.NumberFormat('id')" },
      { 'src/ui/a.ts': "export const a = (1).toLocaleString('id')" },
    ],
    [{ 'src/kernel/i18n/index.ts': "export const a = new Intl.NumberFormat('id')" }],
  ),
  banned(
    'no Math.random: crypto, or a seeded generator',
    // The jitter between two tries of a transaction protects nothing.
    (path) => !path.startsWith('src/kernel/database/'),
    ({ node }) => memberOf(node) === 'Math.random',
    [{ 'src/ui/a.ts': 'export const a = Math.random()' }, { 'test/a.ts': 'export const a = Math.random' }],
  ),
  banned(
    'no console.log',
    (path) =>
      (path.startsWith('src/') || path.startsWith('test/')) &&
      !path.startsWith('src/cli/') &&
      !/^src\/(start|dev|server)\.ts$/.test(path),
    ({ node }) => /^console\.(log|debug|info|table|dir|trace)$/.test(memberOf(node)),
    [{ 'src/ui/a.ts': "console.log('a')" }],
    [{ 'src/cli/a.ts': "console.log('a')" }],
  ),
  banned(
    'only the kernel writes past the writer, and keeps what a refusal counted',
    (path) => isProgram(path) && !path.startsWith('src/kernel/'),
    ({ node }) => node.type === 'ImportSpecifier' && /^(internalsOf|KeptRefusal)$/.test(nameOf(node['imported'])),
    [{ 'src/capabilities/aid/operations/a.ts': "import { internalsOf } from '../../../kernel/operation/index.ts'" }],
    [{ 'src/kernel/audit/a.ts': "import { internalsOf } from '../operation/index.ts'" }],
  ),
  banned(
    'SQL names no schema: the search path decides',
    (path) => isProgram(path) && !/^src\/kernel\/(database|jobs)\//.test(path),
    ({ node }) => node.type === 'MemberExpression' && nameOf(node['property']) === 'withSchema',
    [{ 'src/capabilities/aid/queries/a.ts': "export const a = (db) => db.withSchema('b')" }],
  ),
]

const testNames = /^(it|test|describe|suite|bench)$/

const skipped = banned(
  'no skipped, focused or planned test',
  isTest,
  ({ node }) => {
    if (node.type === 'CallExpression' && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(nameOf(node['callee'])))
      return true
    if (node.type !== 'MemberExpression') return false
    const word = /^(skip|only|todo|skipIf|runIf|fails)$/.test(nameOf(node['property']))
    let root: unknown = node['object']
    while (isNode(root) && (root.type === 'MemberExpression' || root.type === 'CallExpression'))
      root = root['object'] ?? root['callee']
    return word && /^(ctx|context|it|test|describe|suite|bench)$/.test(nameOf(root))
  },
  [
    { 'src/ui/a.test.ts': "it.skip('a', () => {})" },
    { 'test/a.test.ts': "describe.only('a', () => {})" },
    { 'test/a.test.ts': "it.todo('a')" },
    { 'test/a.test.ts': "test.concurrent.skipIf(true)('a', () => {})" },
    { 'test/a.test.ts': "xit('a', () => {})" },
  ],
  [{ 'test/a.test.ts': "it('a', () => { queue.skip() })" }],
)

const comments: Rule = {
  name: 'no marker left, no compiler silenced',
  check: (files) =>
    [...files.values()].flatMap((file) =>
      (file.parsed?.comments ?? []).flatMap(({ value, start }) => {
        const at = { path: file.path, line: file.lineOf(start) }
        const marker = /\b(TODO|FIXME|XXX|HACK)\b/.exec(value) ?? /@ts-(ignore|nocheck)\b/.exec(value)
        return marker ? [{ ...at, message: `leftover ${marker[0]}` }] : []
      }),
    ),
  bad: [
    { 'src/ui/a.ts': '// TODO later' },
    { 'src/ui/a.ts': '/* FIXME */' },
    { 'src/ui/a.ts': '// @ts-ignore\nexport const a: string = 1' },
    { 'src/ui/a.ts': '// @ts-nocheck' },
  ],
  good: [{ 'src/ui/a.ts': "export const a = 'TODO'" }],
}

const mayDefault = (path: string) =>
  isPageFile(path) ||
  /(^|\/)[^/]+\.config\.ts$/.test(path) ||
  /^src\/(root|routes|entry\.(client|server))\.tsx?$/.test(path) ||
  /^src\/capabilities\/[^/]+\/pages\/routes\.ts$/.test(path) ||
  path === 'src/ui/sheet/sheet.tsx' ||
  path.endsWith('.d.ts')
const isPageFile = (path: string) => path.includes('/pages/') && path.endsWith('.tsx')

const defaults: Rule = {
  name: 'names, not default exports',
  check: (files) =>
    [...files.values()].flatMap(({ path, parsed }): Problem[] =>
      mayDefault(path)
        ? []
        : (parsed?.exports ?? [])
            .filter(({ name }) => name === 'default')
            .map(({ line }) => ({ path, line, message: 'default export' })),
    ),
  bad: [{ 'src/ui/a.ts': 'export default 1' }, { 'src/kernel/money/pages/a.ts': 'export default 1' }],
  good: [{ 'src/web/pages/a.tsx': 'export default () => <b />' }, { 'vitest.config.ts': 'export default {}' }],
}

const componentLines = 120
const functionLines = 70

/** How long this function may be, and what it is called. */
function limitOf({ node, parents }: Visit, path: string): number {
  const parent = parents.at(-1)
  if (parent?.type === 'CallExpression' && isTest(path)) {
    let callee: unknown = parent['callee']
    while (isNode(callee) && (callee.type === 'MemberExpression' || callee.type === 'CallExpression'))
      callee = callee['object'] ?? callee['callee']
    if (testNames.test(nameOf(callee))) return /^(describe|suite)$/.test(nameOf(callee)) ? Infinity : componentLines
  }
  const name = nameOf(node['id']) || (parent?.type === 'VariableDeclarator' ? nameOf(parent['id']) : '')
  return path.endsWith('.tsx') && /^[A-Z]/.test(name) ? componentLines : functionLines
}

function longFunctions(file: Source): Problem[] {
  return (file.parsed?.visits ?? []).flatMap((visit) => {
    const { node } = visit
    if (!['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)) return []
    const [first, last] = [file.lineOf(node.start), file.lineOf(node.end)]
    const limit = limitOf(visit, file.path)
    return last - first + 1 > limit
      ? [{ path: file.path, line: first, message: `function of ${last - first + 1} lines, limit ${limit}` }]
      : []
  })
}

const filler = (lines: number) => 'void 0\n'.repeat(lines)

const length: Rule = {
  name: `functions have at most ${functionLines} lines, components and tests ${componentLines}, files 400`,
  check: (files: Project) =>
    [...files.values()].flatMap((file) =>
      file.parsed
        ? [
            ...longFunctions(file),
            ...(file.lines > 400 ? [{ path: file.path, message: `${file.lines} lines, limit 400` }] : []),
          ]
        : [],
    ),
  bad: [
    { 'src/ui/a.ts': `export function a() {\n${filler(70)}}` },
    { 'src/ui/a.tsx': `export const load = () => {\n${filler(70)}}` },
    { 'src/ui/a.tsx': `export function A() {\n${filler(120)}}` },
    { 'test/a.test.ts': `it('a', () => {\n${filler(120)}})` },
    { 'src/ui/a.ts': filler(401) },
  ],
  good: [
    { 'test/a.test.ts': `describe('a', () => {\n${filler(300)}})` },
    { 'src/ui/a.tsx': `export function A() {\n${filler(100)}}` },
  ],
}

const parses: Rule = {
  name: 'every file parses',
  check: (files) =>
    [...files.values()].flatMap(({ path, parsed }) => (parsed?.errors ?? []).map((message) => ({ path, message }))),
  bad: [{ 'src/ui/a.ts': 'export const = 1' }],
  good: [{ 'src/ui/a.ts': 'export const a = 1' }],
}

export const constructs: Rule[] = [parses, ...casts, ...sources, skipped, comments, defaults, length]
