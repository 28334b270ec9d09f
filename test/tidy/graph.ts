import { posix } from 'node:path'
import { isNode, type Import, type Project, type Source } from './source.ts'

export interface Edge {
  from: string
  to: string
  import: Import
}

export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/') || path.endsWith('/testing.ts')

/** 'people' for src/capabilities/people/queries/find-person.ts. */
export const roomOf = (path: string) => /^src\/capabilities\/([^/]+)\//.exec(path)?.[1]

/** 'money' for src/kernel/money/rupiah.ts. */
export const partOf = (path: string) => /^src\/kernel\/([^/]+)\//.exec(path)?.[1]

/** The path below the room or kernel part: 'queries/find-person.ts'. */
export const within = (path: string) => path.replace(/^src\/(?:capabilities|kernel)\/[^/]+\//, '')

export const isPage = (path: string) => /\/pages\//.test(path)

/** The edges between files of the project; imports of packages, generated route types and assets are none. */
export function edgesOf(files: Project): Edge[] {
  const edges: Edge[] = []
  for (const { path, parsed } of files.values())
    for (const one of parsed?.imports ?? [])
      if (one.specifier.startsWith('.')) {
        const to = posix.normalize(posix.join(posix.dirname(path), one.specifier.replace(/\?.*$/, '')))
        if (files.has(to)) edges.push({ from: path, to, import: one })
      }
  return edges
}

const perProject = new WeakMap<Project, Map<string, Edge[]>>()

export function edgesFrom(files: Project): Map<string, Edge[]> {
  const known = perProject.get(files)
  if (known) return known
  const index = new Map<string, Edge[]>()
  for (const edge of edgesOf(files)) index.set(edge.from, [...(index.get(edge.from) ?? []), edge])
  perProject.set(files, index)
  return index
}

/** Follows imports of values (types vanish at run time) and returns the first path that leads to a file which `hit` names. */
export function pathTo(files: Project, start: string, hit: (file: Source) => boolean): string[] | undefined {
  const index = edgesFrom(files)
  const seen = new Set([start])
  const queue = [[start]]
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    const file = files.get(trail.at(-1) ?? '')
    if (!file) continue
    if (hit(file)) return trail
    for (const { to, import: one } of index.get(file.path) ?? [])
      if (!one.typeOnly && !seen.has(to)) {
        seen.add(to)
        queue.push([...trail, to])
      }
  }
  return undefined
}

/** A cycle as the list of its nodes, or undefined. */
export function cycleIn(arrows: Map<string, Set<string>>): string[] | undefined {
  const done = new Set<string>()
  const visit = (node: string, trail: string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of arrows.get(node) ?? []) {
      const cycle = visit(next, [...trail, node])
      if (cycle) return cycle
    }
    done.add(node)
    return undefined
  }
  for (const node of arrows.keys()) {
    const cycle = visit(node, [])
    if (cycle) return cycle
  }
  return undefined
}

/** The strings of the array under `uses` in a manifest; undefined when the manifest has none. */
export function usesOf(manifest: Source): string[] | undefined {
  for (const { node } of manifest.parsed?.visits ?? []) {
    if (node.type !== 'Property' || !isNode(node['key']) || node['key']['name'] !== 'uses') continue
    const array = (manifest.parsed?.visits ?? []).find(
      ({ node: other }) => other.type === 'ArrayExpression' && other.start >= node.start && other.end <= node.end,
    )
    const elements = array?.node['elements']
    if (!Array.isArray(elements)) return undefined
    return elements.flatMap((element) =>
      isNode(element) && typeof element['value'] === 'string' ? [element['value']] : [],
    )
  }
  return undefined
}
