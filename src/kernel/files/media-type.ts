import { fileTypeFromBuffer } from 'file-type'
import { refuse } from '../refusal/index.ts'
import { type Intake, type MediaType, mediaFacts, mediaTypes, megabyte } from './contract.ts'

const sameAs: Readonly<Record<string, MediaType>> = {
  'image/heif': mediaTypes.heic,
  'image/heic-sequence': mediaTypes.heic,
  'image/heif-sequence': mediaTypes.heic,
}

/** Control characters other than tab and line ends, which no table in text has. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** The type that the bytes themselves say, `undefined` when it is none of ours; `found` names it for people. */
async function recognise(content: Buffer, extension: string): Promise<{ type?: MediaType; found: string }> {
  const found = await fileTypeFromBuffer(content)
  if (found !== undefined) {
    const type = sameAs[found.mime] ?? Object.values(mediaTypes).find((known) => known === found.mime)
    return type === undefined ? { found: found.ext.toUpperCase() } : { type, found: mediaFacts[type].word }
  }
  const isTable = mediaFacts['text/csv'].extensions.includes(extension) && !controls.test(content.toString('latin1'))
  return isTable ? { type: mediaTypes.csv, found: 'CSV' } : { found: '' }
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/**
 * Judges a file by its content. Refuses an empty file, one over the limit, one whose name says another type than its
 * content, and a type that is not taken in here; each with what it found and what to do.
 */
export async function judge(content: Buffer, intake: Intake, name = '', field?: string): Promise<MediaType> {
  const at = field === undefined ? {} : { field }
  if (content.length === 0) throw refuse('file.empty', {}, { kind: 'invalid', ...at })
  if (content.length > intake.bytesMax) throw tooLarge(content.length, intake, field)
  const extension = extensionOf(name)
  const { type, found } = await recognise(content, extension)
  const accepted = intake.accept.map((known) => mediaFacts[known].word).join(', ')
  if (type !== undefined && extension !== '' && !mediaFacts[type].extensions.includes(extension)) {
    throw refuse('file.extension_mismatch', { name, extension, found }, { kind: 'invalid', ...at })
  }
  if (type === undefined && found === '') throw refuse('file.type_unknown', { accepted }, { kind: 'invalid', ...at })
  if (type === undefined || !intake.accept.includes(type)) {
    throw refuse('file.type_not_taken', { found, accepted }, { kind: 'invalid', ...at })
  }
  return type
}

/** Size rounded up and limit rounded down, so that the words never contradict the refusal. */
function tooLarge(bytes: number, intake: Intake, field?: string) {
  const params = { sizeMb: Math.ceil(bytes / megabyte), limitMb: Math.floor(intake.bytesMax / megabyte) }
  return refuse('file.too_large', params, { kind: 'invalid', ...(field === undefined ? {} : { field }) })
}

/** For a stream that was not read to its end: its whole size is not known. */
export function overLimit(intake: Intake, field?: string) {
  const params = { limitMb: Math.floor(intake.bytesMax / megabyte) }
  return refuse('file.over_limit', params, { kind: 'invalid', ...(field === undefined ? {} : { field }) })
}
