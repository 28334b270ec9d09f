import { randomInt } from 'node:crypto'

/** Letters and digits that cannot be taken for one another on paper, on a small screen or when read aloud. */
const alphabet = 'ACDEFGHJKMNPQRTWXY34679'
const SHORTEST = 6

/**
 * A code to be typed once by a person, such as `K7QF-3MTA`: groups of four, each character worth 4.5 bits. It is short, so
 * whoever accepts it must limit the attempts and the time.
 * @param length number of characters without the dashes, at least 6
 * @throws RangeError when the length is not an integer of at least 6
 */
export function newOneTimeCode(length = 8): string {
  if (!Number.isInteger(length) || length < SHORTEST)
    throw new RangeError(`a one-time code has at least ${SHORTEST} characters`)
  const characters = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)))
  return grouped(characters.join(''))
}

/**
 * The code in the form of `newOneTimeCode`, however it was typed: small letters, spaces, dashes and dots do not count.
 * Undefined when a character is left that no code contains, or when it is too short.
 */
export function readOneTimeCode(typed: string): string | undefined {
  const characters = typed
    .normalize('NFKC')
    .replaceAll(/[\s.\-‐-―]/gu, '')
    .toUpperCase()
  if (characters.length < SHORTEST) return undefined
  return Array.from(characters).every((character) => alphabet.includes(character)) ? grouped(characters) : undefined
}

function grouped(characters: string): string {
  return characters.replaceAll(/.{4}(?=.)/g, '$&-')
}
