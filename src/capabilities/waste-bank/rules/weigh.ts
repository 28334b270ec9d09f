import { lineAmount, shareOf } from '../../../kernel/money/contract.ts'
import type { Measure } from '../../../kernel/money/contract.ts'

export interface PricedLine {
  readonly quantity: number
  /** Rupiah for one kilogram, litre or piece. */
  readonly price: number
  readonly measure: Measure
}

export interface WeighedLine extends PricedLine {
  readonly amount: number
  readonly memberShare: number
}

/**
 * line = round half up (price × quantity ÷ measure); the member's share = floor(line × share), and the remainder goes
 * to the unit, so that the two always add up to the line.
 */
export function weighLines<L extends PricedLine>(lines: readonly L[], memberBasisPoints: number): (L & WeighedLine)[] {
  return lines.map((line) => {
    const amount = lineAmount(line.price, line.quantity, line.measure)
    return { ...line, amount, memberShare: shareOf(amount, memberBasisPoints).share }
  })
}

export function totals(lines: readonly WeighedLine[]): { total: number; memberShare: number; unitShare: number } {
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const memberShare = lines.reduce((sum, line) => sum + line.memberShare, 0)
  return { total, memberShare, unitShare: total - memberShare }
}
