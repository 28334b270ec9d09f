import { createHash } from 'node:crypto'
import { textsIn } from './page-facts.ts'

/** No claim's page comes near; a larger file is not read. */
const PAPER_MAX = 2_000_000

/** SHA-256 of the file that was sent, or the one that was pasted; nothing when there is neither. */
export async function readPaper(form: FormData): Promise<{ sha256?: string; isTooLarge?: boolean }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    if (file.size > PAPER_MAX) return { isTooLarge: true }
    return {
      sha256: createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex'),
    }
  }
  const pasted = textsIn(form)('hash')
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
  return pasted.length === 64 ? { sha256: pasted } : {}
}
