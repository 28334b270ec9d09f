/**
 * Keeping a small cell from the public. Two things are hidden: a cell of 1 to 4 contributions ("<5"), and as many
 * others as it takes that the first cannot be had by subtracting from a sum.
 *
 * The table with its sums is a graph: months and dimensions are its nodes, a cell is the edge between its month and its
 * dimension, and sums are edges to two more nodes. Along every node the signed edges add up to nothing. A hidden edge
 * can be computed from the shown ones exactly when it is a bridge of the graph of hidden edges
 * (D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988).
 * So each bridge gets a detour over the edges with the fewest contributions, which are hidden too.
 */
export const SMALLEST_SHOWN = 5

export interface Edge {
  readonly from: string
  readonly to: string
  readonly n: number
}

/** `small`: fewer than five; `beside`: hidden so that a small one cannot be computed. */
export type Hidden = 'small' | 'beside'

/** Which edges to hide, by index. Edges without contributions are known to be nothing and hide nothing. */
export function hideSmall(edges: readonly Edge[]): Map<number, Hidden> {
  const hidden = new Map<number, Hidden>()
  const around = new Map<string, number[]>()
  for (const [index, { from, to, n }] of edges.entries()) {
    if (n === 0) continue
    if (n < SMALLEST_SHOWN) hidden.set(index, 'small')
    for (const node of [from, to]) around.set(node, [...(around.get(node) ?? []), index])
  }
  const graph: Graph = { edges, around, hidden }
  for (;;) {
    const next = detour(graph) ?? together(graph)
    if (next === undefined) return hidden
    for (const index of next) hidden.set(index, 'beside')
  }
}

interface Graph {
  readonly edges: readonly Edge[]
  /** Edges at each node, without the empty ones. */
  readonly around: ReadonlyMap<string, readonly number[]>
  readonly hidden: ReadonlyMap<number, Hidden>
}

const size = ({ edges }: Graph, index: number) => edges[index]?.n ?? 0
const across = ({ edges }: Graph, index: number, node: string) =>
  edges[index]?.from === node ? edges[index].to : (edges[index]?.from ?? node)

/** Edges to hide so that one hidden edge less is a bridge; undefined when none can be helped. */
function detour(graph: Graph): number[] | undefined {
  for (const bridge of bridges(graph)) {
    const more = cheapestWay(graph, bridge)?.filter((each) => !graph.hidden.has(each)) ?? []
    if (more.length > 0) return more
  }
  return undefined
}

/** Hidden cells around one node tell their sum; when that is of fewer than five, one more is hidden. */
function together(graph: Graph): number[] | undefined {
  for (const indexes of graph.around.values()) {
    const dark = indexes.filter((index) => graph.hidden.has(index))
    const sum = dark.reduce((total, index) => total + size(graph, index), 0)
    if (dark.length === 0 || sum >= SMALLEST_SHOWN) continue
    const light = indexes.filter((index) => !graph.hidden.has(index))
    const [smallest] = light.toSorted((a, b) => size(graph, a) - size(graph, b) || a - b)
    if (smallest !== undefined) return [smallest]
  }
  return undefined
}

/** Hidden edges without which their two ends would not be connected by hidden edges (Tarjan's low links). */
function bridges(graph: Graph): number[] {
  const order = new Map<string, number>()
  const found: number[] = []
  const visit = (node: string, by: number): number => {
    const mine = order.size
    order.set(node, mine)
    let low = mine
    for (const index of graph.around.get(node) ?? []) {
      if (index === by || !graph.hidden.has(index)) continue
      const other = across(graph, index, node)
      const known = order.get(other)
      const reached = known ?? visit(other, index)
      if (known === undefined && reached > mine) found.push(index)
      low = Math.min(low, reached)
    }
    return low
  }
  for (const node of graph.around.keys()) if (!order.has(node)) visit(node, -1)
  return found.toSorted((a, b) => a - b)
}

/** Dijkstra between the ends of `bridge` without it: a hidden edge costs nothing, any other its contributions. */
function cheapestWay(graph: Graph, bridge: number): number[] | undefined {
  const { from: start, to: goal } = graph.edges[bridge] as Edge
  const cost = new Map([[start, 0]])
  const came = new Map<string, { edge: number; node: string }>()
  const done = new Set<string>()
  for (let node = nearest(cost, done); node !== goal; node = nearest(cost, done)) {
    if (node === undefined) return undefined
    done.add(node)
    for (const index of graph.around.get(node) ?? []) {
      if (index === bridge) continue
      const other = across(graph, index, node)
      const price = (cost.get(node) ?? 0) + (graph.hidden.has(index) ? 0 : size(graph, index))
      if (price >= (cost.get(other) ?? Infinity)) continue
      cost.set(other, price)
      came.set(other, { edge: index, node })
    }
  }
  const way: number[] = []
  for (let step = came.get(goal); step; step = came.get(step.node)) way.push(step.edge)
  return way
}

function nearest(cost: ReadonlyMap<string, number>, done: ReadonlySet<string>): string | undefined {
  let best: string | undefined
  for (const [node, price] of cost) {
    if (!done.has(node) && (best === undefined || price < (cost.get(best) ?? 0))) best = node
  }
  return best
}
