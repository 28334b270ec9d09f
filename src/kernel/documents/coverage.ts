import { families } from './fonts.ts'

/*
 * The faces come in two files, basic and extended Latin. A name with a letter of the second (Ḥ, ā, š) is set from it
 * within the same line; what neither file has is written as near as it can be, and never as an empty box.
 */

const basic =
  /^[\n\r\t\u0020-\u007e\u00a0-\u00ff\u0102\u0131\u0152\u0153\u02c6\u02da\u02dc\u2002\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]*$/u
const extended =
  /[\u0100-\u0130\u0132-\u0148\u014a-\u0151\u0154-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01c4-\u01cc\u01e6\u01e7\u01ea\u01eb\u01fa-\u021b\u022a-\u022d\u0230-\u0233\u0259\u1e08\u1e09\u1e0c-\u1e0f\u1e20\u1e21\u1e24\u1e25\u1e36\u1e37\u1e42-\u1e49\u1e5a\u1e5b\u1e5e-\u1e69\u1e6c-\u1e6f\u1e80-\u1e85\u1e92\u1e93\u1ef2-\u1ef9]/u
const nearest: Record<string, string> = {
  '≤': '<=',
  '≥': '>=',
  '→': '>',
  '←': '<',
  '✓': 'v',
  '\u200b': '',
  ʻ: '‘',
  ʼ: '’',
}

export interface Run {
  text: string
  font?: string
}

function nearestLetters(letter: string): string {
  const known = nearest[letter]
  if (known !== undefined) return known
  const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain !== '' && basic.test(plain) ? plain : '?'
}

/** Cuts a text into runs that the fonts can set. One run without `font` when the basic file has all of it. */
export function runsOfText(text: string): Run[] {
  if (basic.test(text)) return [{ text }]
  const runs: Run[] = []
  for (const letter of text.normalize('NFC')) {
    const isExtended = !basic.test(letter) && extended.test(letter)
    const written = isExtended || basic.test(letter) ? letter : nearestLetters(letter)
    const last = runs.at(-1)
    if (last && (last.font !== undefined) === isExtended) last.text += written
    else runs.push(isExtended ? { text: written, font: families.extended } : { text: written })
  }
  return runs
}

const notText = new Set(['svg', 'image', 'qr', 'link', 'font'])
const drawnLater = new Set(['header', 'footer', 'background'])

/**
 * A deep copy of a document definition in which every text can be set. The copy matters by itself: the layout engine
 * writes into the definition that it is given, which would make the second rendering differ from the first.
 */
export function settable<T>(node: T): T {
  return copy(node, undefined) as T
}

function copy(node: unknown, key: string | undefined): unknown {
  if (typeof node === 'string') return copyText(node, key)
  if (typeof node === 'function' && key !== undefined && drawnLater.has(key)) {
    return (...drawn: unknown[]) => copy((node as (...drawn: unknown[]) => unknown)(...drawn), undefined)
  }
  if (Array.isArray(node)) return node.map((item) => copy(item, undefined))
  if (node === null || typeof node !== 'object' || node instanceof Uint8Array || node instanceof Date) return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, copy(value, name)]))
}

function copyText(text: string, key: string | undefined): unknown {
  if (key !== undefined && notText.has(key)) return text
  const runs = runsOfText(text)
  if (runs.length === 1 && runs[0]?.font === undefined) return runs[0]?.text ?? ''
  return key === 'text' ? runs : { text: runs }
}
