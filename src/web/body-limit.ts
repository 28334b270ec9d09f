export interface BodyLimits {
  /** Bytes of an ordinary form or JSON body. */
  readonly form: number
  /** Bytes of a `multipart/form-data` body, which may hold files. */
  readonly upload: number
}

export const defaultBodyLimits: BodyLimits = { form: 1_000_000, upload: 25_000_000 }

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
  readonly limit: number
  constructor(limit: number) {
    super(`the body has more than ${limit} bytes`)
    this.limit = limit
  }
}

/** The bytes that this request may send. */
function bodyLimitFor(headers: Headers, limits: BodyLimits): number {
  const type = headers.get('content-type') ?? ''
  return /^(?:multipart\/form-data|application\/octet-stream|image\/|application\/pdf)/i.test(type)
    ? limits.upload
    : limits.form
}

/**
 * The same request, certain to hold no more than its limit. A declared length is judged at once, before a byte is read;
 * a chunked body is read here and counted. Throws BodyTooLarge.
 */
export async function limitBody(request: Request, limits: BodyLimits): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const limit = bodyLimitFor(request.headers, limits)
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (!/^\d+$/.test(declared) || Number(declared) > limit) throw new BodyTooLarge(limit)
    return request // Node's parser ends the body at the declared length
  }
  if (request.body === null) return request
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: await readUpTo(request.body, limit) })
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let seen = 0
  for await (const chunk of body) {
    seen += chunk.byteLength
    if (seen > limit) throw new BodyTooLarge(limit)
    chunks.push(Uint8Array.from(chunk))
  }
  return new Blob(chunks)
}
