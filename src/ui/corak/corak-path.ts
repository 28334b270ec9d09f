const size = 13
const reach = 6
const cell = 4

/**
 * The seal's pattern: a lozenge of 13 x 13 cells folded from a record's SHA-256, two threads a row, on a field of 52 x 52.
 * Cell (dx, dy) from the centre is woven when bit 7·dx + dy of the hash (most significant first) is 1; its three mirrors follow,
 * and the rim (dx + dy = 6) is always woven. 21 bits decide, so it helps the eye to compare and proves nothing by itself.
 * @param hash SHA-256 in hexadecimal, at least 10 digits.
 * @throws RangeError when the hash is not hexadecimal or too short.
 */
export function corakPath(hash: string): string {
  if (!/^[0-9a-f]{10,}$/i.test(hash)) throw new RangeError('corak needs a hexadecimal hash of at least 10 digits')
  const bits = Array.from(hash.slice(0, 10), (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join(
    '',
  )
  const threads: string[] = []
  for (let row = 0; row < size; row += 1) {
    const runs = runsOf(row, bits)
    for (const y of [row * cell + 1, row * cell + 3]) {
      threads.push(...runs.map(([from, to]) => `M${from * cell} ${y}h${(to - from) * cell}`))
    }
  }
  return threads.join('')
}

function runsOf(row: number, bits: string): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (let column = 0; column < size; column += 1) {
    if (!isWoven(Math.abs(column - reach), Math.abs(row - reach), bits)) continue
    const last = runs.at(-1)
    if (last?.[1] === column) last[1] = column + 1
    else runs.push([column, column + 1])
  }
  return runs
}

function isWoven(dx: number, dy: number, bits: string): boolean {
  if (dx + dy > reach) return false
  return dx + dy === reach || bits[7 * dx + dy] === '1'
}

/** The first eight digits in two groups, as they are read aloud: `57eb 6b34`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
}
