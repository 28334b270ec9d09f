/** One thing that happened, as a browser is told it. Send ids, not rows: the page asks for what it may see. */
export interface LiveEvent {
  /** Comes back as `Last-Event-ID` after a broken connection. */
  readonly id?: string
  readonly event: string
  readonly data: unknown
}

/** Starts sending; answers how to stop. `after` is the last event that the browser has. */
export type Subscribe = (send: (event: LiveEvent) => void, after: string | undefined) => () => void

export interface Live {
  /** An answer of server-sent events (WHATWG HTML §9.2) that lasts until the reader leaves or the server stops. */
  stream(request: Request, subscribe: Subscribe): Response
  open(): number
  /** Ends all streams; browsers come back by themselves after `retryMs`. */
  close(): void
}

export interface LiveSettings {
  readonly heartbeatMs?: number
  readonly retryMs?: number
  /** More streams than this are refused with 503; a browser tries again. */
  readonly limit?: number
  /** A reader that lets this many unsent events pile up is cut off, and asks again from its last id. */
  readonly backlog?: number
}

const encoder = new TextEncoder()

export function createLive(settings: LiveSettings = {}): Live {
  const { heartbeatMs = 20_000, retryMs = 3_000, limit = 2_000, backlog = 100 } = settings
  const closers = new Set<() => void>()
  let closed = false

  function stream(request: Request, subscribe: Subscribe): Response {
    if (closed || closers.size >= limit) {
      return new Response(null, { status: 503, headers: { 'retry-after': String(Math.ceil(retryMs / 1_000)) } })
    }
    const after = request.headers.get('last-event-id') ?? undefined
    let release = (): boolean => false
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const close = (): void => {
            if (release()) controller.close()
          }
          const write = (text: string): void => {
            if (!closers.has(close)) return
            if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
            if (release()) controller.error(new Error('the reader is too slow'))
          }
          const beat = setInterval(() => write(': \n\n'), heartbeatMs)
          beat.unref()
          const stops: (() => void)[] = []
          release = () => {
            if (!closers.delete(close)) return false
            clearInterval(beat)
            request.signal.removeEventListener('abort', close)
            for (const stop of stops) stop()
            return true
          }
          closers.add(close)
          request.signal.addEventListener('abort', close)
          write(`retry: ${retryMs}\n\n`)
          const stop = subscribe((event) => write(formatEvent(event)), after)
          if (closers.has(close)) stops.push(stop)
          else stop() // it was closed while subscribing
        },
        cancel: () => void release(),
      },
      { highWaterMark: backlog },
    )
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    return new Response(body, { headers })
  }

  return {
    stream,
    open: () => closers.size,
    close() {
      closed = true
      for (const close of closers) close()
    },
  }
}

function formatEvent(event: LiveEvent): string {
  const id = event.id === undefined ? '' : `id: ${oneLine(event.id)}\n`
  return `${id}event: ${oneLine(event.event)}\ndata: ${JSON.stringify(event.data)}\n\n`
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]/g, ' ')
}
