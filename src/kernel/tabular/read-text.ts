import type { Cell } from './cell.ts'
import { taken, wrong } from './cell-reader.ts'
import type { CellReader } from './cell-reader.ts'
import { looksLikeFormula } from './neutralise.ts'

/** Any text, spaces joined. What a spreadsheet would compute is kept and flagged; exports put an apostrophe before it. */
export const readText: CellReader<string> = (cell) => {
  const text = joined(cell.text)
  return taken(text, looksLikeFormula(text) ? 'tabular.flag.formula_text' : undefined)
}

/**
 * The name of a person, place or thing: signs that begin a formula are taken away from its front, and the cell is
 * flagged. A name that is nothing but such signs is refused.
 */
export const readName: CellReader<string> = (cell) => {
  const text = joined(cell.text)
  if (!looksLikeFormula(text)) return taken(text)
  const name = text.replace(/^[=+\-@\uff1d\uff0b\uff0d\uff20\s]+/, '')
  return /\p{L}/u.test(name) ? taken(name, 'tabular.flag.neutralised') : wrong('not_a_name')
}

export interface IdentifierRule {
  /** How many digits there must be, where that is known. */
  readonly digits?: number
  /** The identifier may begin with zero, as telephone numbers do; a number cell cannot have kept it. */
  readonly leadingZero?: boolean
}

/**
 * Digits that are a name and not an amount: NIK, telephone, account. A spreadsheet that took them for a number may
 * have lost their end (it keeps fifteen digits) or the zeros at their front; both are refused, never mended.
 */
export function readIdentifier({ digits, leadingZero = false }: IdentifierRule = {}): CellReader<string> {
  return (cell) => {
    if (isRounded(cell)) return wrong('digits_lost')
    const compact = cell.text.replaceAll(/[\s.\-()]/g, '')
    if (!/^\+?\d+$/.test(compact)) return wrong('not_digits')
    const short = digits !== undefined && compact.length < digits
    if (cell.kind === 'number' && (leadingZero || short)) return wrong('zeros_lost', { digits: compact.length })
    if (digits !== undefined && compact.length !== digits)
      return wrong('digits', { digits: compact.length, wanted: digits })
    return taken(compact)
  }
}

/** Shown as a power of ten, or a number of more digits than a spreadsheet keeps. */
function isRounded(cell: Cell): boolean {
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(cell.text)) return true
  return cell.kind === 'number' && Math.abs(cell.number ?? 0) >= 1e15
}

const yes: ReadonlySet<string> = new Set([
  'ya',
  'y',
  'iya',
  'benar',
  'ada',
  'sudah',
  'true',
  'yes',
  '1',
  'v',
  'x',
  '✓',
  '✔',
  '√',
])
const no: ReadonlySet<string> = new Set(['tidak', 't', 'tdk', 'bukan', 'belum', 'salah', 'false', 'no', 'n', '0', '-'])

export const readYesNo: CellReader<boolean> = (cell) => {
  const word = cell.text.toLowerCase()
  if (yes.has(word)) return taken(true)
  return no.has(word) ? taken(false) : wrong('not_yes_no')
}

/**
 * One of several choices, by the words that people use for it. Case, spaces and accents do not matter; the choice's
 * own name is always one of its words.
 */
export function readChoice<const Choice extends string>(
  words: Readonly<Record<Choice, readonly string[]>>,
): CellReader<Choice> {
  const byWord = new Map<string, Choice>()
  for (const choice of Object.keys(words) as Choice[]) {
    for (const word of [choice, ...words[choice]]) byWord.set(squeezed(word), choice)
  }
  const offered = (Object.keys(words) as Choice[]).map((choice) => words[choice][0] ?? choice).join(', ')
  return (cell) => {
    const choice = byWord.get(squeezed(cell.text))
    return choice === undefined ? wrong('not_a_choice', { choices: offered }) : taken(choice)
  }
}

/** Letters and digits alone, without accents, in lower case: how headers and choices are compared. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, '')
}

function joined(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
