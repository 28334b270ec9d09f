/**
 * The form in which names of places are compared: no case, marks, spaces or punctuation, no `Kelurahan` or `Kec.` before
 * the name, no leading zeros, and the old spellings `dj`, `tj`, `oe`, `dh`, `th` as they are written today.
 * `Kel. Kampung Dalem` and `kampungdalem` are one; `RT 03` and `rt3` are one. Empty when nothing is left.
 */
export function normalForm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^(kelurahan|kel\.?|kecamatan|kec\.?)\s+(?=\S)/u, '')
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('oe', 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/([dt])h/g, '$1')
}
