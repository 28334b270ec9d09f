import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, type EcmaScriptModule, parseSync, visitorKeys } from 'oxc-parser'

/** A node of the syntax tree, seen without its exact type: the walk only asks for what it needs. */
export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

export interface Import {
  specifier: string
  /** Imported names; '*' stands for all of them, 'default' for the default export. */
  names: string[]
  typeOnly: boolean
  reexport: boolean
  line: number
}

export interface Export {
  name: string
  typeOnly: boolean
  line: number
  /** Declared elsewhere and passed on. */
  reexport: boolean
}

export interface Visit {
  node: Node
  parents: Node[]
}

export interface Parsed {
  imports: Import[]
  exports: Export[]
  comments: Comment[]
  /** Every node with its ancestors, outermost first. */
  visits: Visit[]
  errors: string[]
}

export interface Source {
  path: string
  text: string
  lineOf: (offset: number) => number
  lines: number
  parsed: Parsed | undefined
}

export type Project = Map<string, Source>

const isCode = (path: string) => /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith('.d.ts')
const isText = (path: string) => /\.(ts|tsx|mjs|js|json|md|css|html|sh|yml|yaml|txt|sql)$|^\.ci\/run$/.test(path)

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function walk(node: Node, parents: Node[], visits: Visit[]): void {
  visits.push({ node, parents })
  const below = [...parents, node]
  for (const key of visitorKeys[node.type] ?? []) {
    const value = node[key]
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, below, visits)
  }
}

/** The parser's kinds are const enums of its own, so they are read as the words they are. */
function importedName({ kind, name }: { kind: string; name: string | null }): string {
  return kind === 'Default' ? 'default' : (name ?? '*')
}

function importsOf(module: EcmaScriptModule, text: string, lineOf: Source['lineOf']): Import[] {
  const found: Import[] = module.staticImports.map(({ moduleRequest, entries, start, end }) => ({
    specifier: moduleRequest.value,
    names: entries.map(({ importName }) => importedName(importName)),
    typeOnly: /^import\s+type\b/.test(text.slice(start, end)),
    reexport: false,
    line: lineOf(start),
  }))
  for (const statement of module.staticExports)
    for (const { moduleRequest, importName, isType } of statement.entries)
      if (moduleRequest)
        found.push({
          specifier: moduleRequest.value,
          names: [importedName(importName)],
          typeOnly: isType,
          reexport: true,
          line: lineOf(statement.start),
        })
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[1])
      found.push({ specifier: literal[1], names: ['*'], typeOnly: false, reexport: false, line: lineOf(start) })
  }
  return found
}

function exportsOf(module: EcmaScriptModule, lineOf: Source['lineOf']): Export[] {
  return module.staticExports.flatMap(({ entries, start }) =>
    entries.map(({ exportName, isType, moduleRequest }) => ({
      name: importedName(exportName),
      typeOnly: isType,
      line: lineOf(start),
      reexport: moduleRequest !== null,
    })),
  )
}

function parse(path: string, text: string, lineOf: Source['lineOf']): Parsed {
  const result = parseSync(path, text)
  const visits: Visit[] = []
  const program: unknown = result.program
  if (isNode(program)) walk(program, [], visits)
  return {
    imports: importsOf(result.module, text, lineOf),
    exports: exportsOf(result.module, lineOf),
    comments: result.comments,
    visits,
    errors: result.errors.map((error) => error.message),
  }
}

export function source(path: string, text: string): Source {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  const lineOf = (offset: number) => {
    let [low, high] = [0, breaks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
  const lines = breaks.length + (text.endsWith('\n') || text === '' ? 0 : 1)
  return { path, text, lineOf, lines, parsed: isCode(path) ? parse(path, text, lineOf) : undefined }
}

export function project(files: Record<string, string>): Project {
  return new Map(Object.entries(files).map(([path, text]) => [path, source(path, text)]))
}

/** Every file that is, or would be, committed: tracked ones and new ones which git does not ignore. Large and binary ones stay unread. */
export function readProject(root: string): Project {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const found: Project = new Map()
  for (const path of new Set(listed.split('\0'))) {
    const stat = path === '' ? undefined : statSync(join(root, path), { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    const read = isText(path) && stat.size < 2_000_000
    found.set(
      path,
      read
        ? source(path, readFileSync(join(root, path), 'utf8'))
        : { path, text: '', lineOf: () => 1, lines: 0, parsed: undefined },
    )
  }
  return found
}
