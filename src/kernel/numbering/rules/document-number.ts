/*
 * Document numbers are given where the document is made, also without signal: each device of a unit counts for itself
 * within a year, so that no two devices can give the same number and a missing one is seen. `HD-A-2026-000123` is unit,
 * device, year, running number.
 */

export interface DocumentNumber {
  /** 2 to 8 capital letters and digits, the first a letter. */
  unit: string
  /** A to Z, then AA, AB …; at most two letters. */
  device: string
  /** Year of the business day. */
  year: number
  /** 1 to 999,999. */
  running: number
}

const pattern = /^([A-Z][A-Z0-9]{1,7})-([A-Z]{1,2})-(2\d{3})-(\d{6})$/
export const runningMax = 999_999
export const devicesMax = 26 + 26 * 26

/** @throws RangeError when a part is outside its range; 999,999 documents of a device in a year are the end of a series. */
export function formatDocumentNumber({ unit, device, year, running }: DocumentNumber): string {
  const text = `${unit}-${device}-${year}-${String(running).padStart(6, '0')}`
  if (!Number.isInteger(running) || running < 1 || running > runningMax || !pattern.test(text)) {
    throw new RangeError(`not a document number: ${text}`)
  }
  return text
}

/** The parts of a number as a person may type it: small letters and blanks around it are forgiven. */
export function findDocumentNumber(text: string): DocumentNumber | undefined {
  const match = pattern.exec(text.trim().toUpperCase())
  if (match === null) return undefined
  const [, unit = '', device = '', year = '', running = ''] = match
  return running === '000000' ? undefined : { unit, device, year: Number(year), running: Number(running) }
}

/** @throws RangeError */
export function parseDocumentNumber(text: string): DocumentNumber {
  const found = findDocumentNumber(text)
  if (found === undefined) throw new RangeError(`not a document number: ${JSON.stringify(text)}`)
  return found
}

/** Letters of the n-th device of a unit, from 0: A, B … Z, AA, AB … ZZ. @throws RangeError beyond ZZ */
export function deviceLetters(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= devicesMax)
    throw new RangeError(`no letters for device ${index}`)
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : String.fromCharCode(64 + Math.floor(index / 26)) + last
}

/** The inverse of {@link deviceLetters}. @throws RangeError */
export function deviceIndex(letters: string): number {
  if (!/^[A-Z]{1,2}$/.test(letters)) throw new RangeError(`not the letters of a device: ${JSON.stringify(letters)}`)
  const last = letters.charCodeAt(letters.length - 1) - 65
  return letters.length === 1 ? last : (letters.charCodeAt(0) - 64) * 26 + last
}
