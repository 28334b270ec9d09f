import type { z } from 'zod'
import type { Locale } from '../i18n/contract.ts'
import type { City } from '../operation/index.ts'
import type { Query } from '../query/index.ts'

/** What a document needs besides its data. */
export interface DownloadSetting {
  readonly locale: Locale
  readonly city: City
  /** Address of this server as seen from outside, without a slash at the end: for QR codes. */
  readonly publicUrl: string
}

export interface DownloadFormat<O> {
  readonly mediaType: string
  render(data: O, setting: DownloadSetting): Promise<Buffer>
}

/**
 * A file made from the answer of one query: whoever may ask the query may have the file, and nobody else.
 * Address: `/unduh/<name>.<format>?<input>`.
 */
export interface Download<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `noun.what`, e.g. `deposit.receipt`. */
  readonly name: string
  readonly about: string
  readonly query: Query<I, O>
  /** By file ending: `pdf`, `csv`, `xlsx`, `json`; a document of several sizes has `a6.pdf`, `58.pdf`. */
  readonly formats: Readonly<Record<string, DownloadFormat<z.output<O>>>>
  /** Without ending; letters, digits and dashes. */
  fileName(data: z.output<O>): string
}

/** Any download, when its types do not matter: as the registry and the doors hold it. */
// oxlint-disable-next-line typescript/no-explicit-any -- zod types are invariant in their output; this is the one place where they are widened.
export type AnyDownload = Download<any, any>

export function download<I extends z.ZodType, O extends z.ZodType>(spec: Download<I, O>): Download<I, O> {
  return spec
}

/** `deposit.receipt.58.pdf` is the download `deposit.receipt` in its format `58.pdf`; undefined when there is none. */
export function findFormat(
  downloads: ReadonlyMap<string, AnyDownload>,
  file: string,
): { download: AnyDownload; ending: string; format: DownloadFormat<unknown> } | undefined {
  for (const download of downloads.values()) {
    const ending = file.startsWith(`${download.name}.`) ? file.slice(download.name.length + 1) : ''
    const format = Object.hasOwn(download.formats, ending) ? download.formats[ending] : undefined
    if (format) return { download, ending, format }
  }
  return undefined
}
