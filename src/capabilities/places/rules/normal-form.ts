/**
 * The form in which names of places are compared: no case, marks, spaces or punctuation, no `Kelurahan` or `Kec.` before
 * the name, no leading zeros, and the old spellings `dj`, `tj`, `oe`, `dh`, `th` as they are written today.
 * `Kel. Kampung Dalem` and `kampungdalem` are one; `RT 03` and `rt3` are one. Empty when nothing is left.
 */
export function normalForm(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^(kelurahan|kel\.?|kecamatan|kec\.?)\s+(?=\S)/u, '')
    .replaceAll(/(?<!\p{N})0+(?=\p{N})/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('tj', 'c')
    .replaceAll(/([dt])h/g, '$1')
}
