import { listBesideRing } from '../keys/index.ts'
import type { KeyRing, RingList } from '../keys/index.ts'

/** The head of a seal, told to a file that no database console reaches. */
interface SealedHead {
  readonly city: string
  readonly seal: number
  readonly head: string
  readonly at: string
}

/** The database was put back to an older backup, which knows seals up to `restoredTo` only. */
interface Restored {
  readonly city: string
  readonly restoredTo: number
  readonly at: string
}

export interface Witness {
  /** The newest head that was told; seal 0 when there was none. Older ones follow from it, as each seal names the one before. */
  last(): { readonly seal: number; readonly head: string | undefined }
  tell(seal: number, head: Buffer, at: string): void
  /** Says openly that history was cut back to a backup. */
  restored(toSeal: number, head: Buffer | undefined, at: string): void
}

export function openWitness(ring: KeyRing, city: string): Witness {
  const list: RingList<SealedHead | Restored> = listBesideRing(ring, 'seal-heads.jsonl')
  return {
    last: () => {
      let seal = 0
      let head: string | undefined
      for (const line of list.read()) {
        if (line.city !== city) continue
        if ('restoredTo' in line) {
          seal = 0
          head = undefined
        } else if (line.seal > seal) {
          seal = line.seal
          head = line.head
        }
      }
      return { seal, head }
    },
    tell: (seal, head, at) => list.append([{ city, seal, head: head.toString('base64url'), at }]),
    restored: (toSeal, head, at) =>
      list.append([
        { city, restoredTo: toSeal, at },
        ...(head ? [{ city, seal: toSeal, head: head.toString('base64url'), at }] : []),
      ]),
  }
}
