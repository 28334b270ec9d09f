import { useState } from 'react'
import type { PriceList } from '../../contract.ts'
import { readQuantity } from '../../rules/quantity.ts'
import { totals, weighLines } from '../../rules/weigh.ts'

export type Priced = PriceList['prices'][number]

/** A material on the scales: what was typed for it so far. */
export interface TypedLine {
  readonly id: number
  readonly materialId: string
  readonly text: string
}

export interface WeighingLines {
  readonly lines: readonly TypedLine[]
  readonly active: TypedLine | undefined
  readonly pick: (materialId: string) => void
  readonly again: (materialId: string) => void
  readonly edit: (id: number) => void
  readonly remove: (id: number) => void
  readonly press: (key: string) => void
  /** Puts the keys away: nothing is on the scales. */
  readonly rest: () => void
}

const LENGTH_MAX = 8

/**
 * The lines of a deposit while it is weighed. Picking a material ends the line before, so that a line costs one press for
 * the picture and one for each figure; a line without figures goes away by itself.
 */
export function useWeighing(prices: readonly Priced[], began: readonly TypedLine[]): WeighingLines {
  const [lines, setLines] = useState(began)
  const [activeId, setActiveId] = useState<number>()
  const active = lines.find((line) => line.id === activeId)
  const filled = lines.filter((line) => line.text !== '')
  const add = (materialId: string) => {
    const id = lines.reduce((highest, line) => Math.max(highest, line.id), -1) + 1
    setLines([...filled, { id, materialId, text: '' }])
    setActiveId(id)
  }
  const edit = (id: number) => {
    setLines(lines.filter((line) => line.text !== '' || line.id === id))
    setActiveId(id)
  }
  return {
    lines,
    active,
    edit,
    rest: () => setActiveId(undefined),
    again: add,
    pick: (materialId) => {
      const known = lines.findLast((line) => line.materialId === materialId)
      if (known === undefined) add(materialId)
      else edit(known.id)
    },
    remove: (id) => {
      setLines(filled.filter((line) => line.id !== id))
      if (id === activeId) setActiveId(undefined)
    },
    press: (key) => {
      if (active === undefined) return
      const measure = prices.find((price) => price.materialId === active.materialId)?.measure ?? 'gram'
      const text = typed(active.text, key, measure === 'piece')
      setLines(lines.map((line) => (line.id === active.id ? { ...line, text } : line)))
    },
  }
}

function typed(text: string, key: string, whole: boolean): string {
  if (key === 'backspace') return text.slice(0, -1)
  if (text.length >= LENGTH_MAX) return text
  if (key === 'mark') return whole || text.includes(',') ? text : `${text === '' ? '0' : text},`
  if ((text.split(',')[1] ?? '').length >= 3) return text
  return text === '0' ? key : text + key
}

/** Each typed line with its price and what it is worth now; lines that cannot be read yet count nothing. */
export function reckon(lines: readonly TypedLine[], prices: readonly Priced[], memberBasisPoints: number) {
  const priced = lines.flatMap((line) => {
    const price = prices.find((each) => each.materialId === line.materialId)
    if (price === undefined) return []
    const read = readQuantity(line.text, price.measure)
    return [{ ...price, ...line, price: price.rupiah, quantity: read.ok ? read.quantity : 0, readable: read.ok }]
  })
  const weighed = weighLines(priced, memberBasisPoints)
  return { weighed, ...totals(weighed) }
}
