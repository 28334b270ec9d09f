import type { Intake, MediaType } from './contract.ts'

/** What the owner's row keeps of a file. The store itself knows content only: no name, no owner. */
export interface StoredFile {
  /** SHA-256 of the original bytes, lower-case hexadecimal: the file's name in the store. */
  sha256: string
  bytes: number
  mediaType: MediaType
}

export interface FileArrival {
  intake: Intake
  /** As the sender called it; only its ending is looked at. */
  name?: string
  /** Path of the form field, for the refusal. */
  field?: string
}

/**
 * Files by their content: the same bytes are kept once. Because several records may own the same content, the caller
 * removes it only when no row names it any more.
 */
export interface FileStore {
  /**
   * Takes a file in, whole or not at all. Refuses `file.empty`, `file.too_large`, `file.over_limit`, `file.extension_mismatch`,
   * `file.type_unknown`, `file.type_not_taken`, `file.disk_full`. A stream is not read further than its limit.
   */
  put(content: Buffer | AsyncIterable<Uint8Array>, arrival: FileArrival): Promise<StoredFile>
  /** The original bytes, checked against their hash. Refuses `file.not_found`; throws {@link FileDamaged}. */
  open(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** Whether there was something to remove. */
  remove(sha256: string): Promise<boolean>
}

/** The stored bytes are not those that were taken in: changed, cut, or locked with a lost key. A fault, not a refusal. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'
  readonly sha256: string

  constructor(sha256: string, cause?: unknown) {
    super(`stored file ${sha256} is damaged`, { cause })
    this.sha256 = sha256
  }
}
