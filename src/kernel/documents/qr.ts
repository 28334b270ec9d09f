import qrcode from 'qrcode'
import { runsOf } from './corak.ts'

/**
 * A QR code of error correction M as one SVG path for filling. `size` is the number of modules a side; the quiet zone of
 * four modules is not included: draw with the view box `-4 -4 size+8 size+8` on white. Standard: ISO/IEC 18004.
 */
export function qrSvgPath(text: string): { size: number; path: string } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1) {
    const row = Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1)
    for (const run of runsOf(row)) path += `M${run.from} ${y}h${run.length}v1h-${run.length}z`
  }
  return { size: modules.size, path }
}
