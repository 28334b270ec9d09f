import pg from 'pg'
import { z } from 'zod'
import { LIVE_CHANNEL } from './publish.ts'

const Message = z.object({ topic: z.string(), id: z.string() })

export interface LiveListener {
  /** Calls back at each message under `topic` with this id, or with any id; answers how to stop. */
  subscribe(topic: string, id: string | undefined, heard: (id: string) => void): () => void
  /** Rises with every message on `public-data`: the version under which public pages are kept. */
  dataVersion(): string
  close(): Promise<void>
}

const RECONNECT_MS = 1_000

/**
 * One connection that listens for a whole process. When it is lost it is made again until it holds; whatever happened
 * until then was missed, so the data version rises at the loss and again when it is back.
 */
export function listen(url: string, note: (fault: Error) => void): LiveListener {
  const heard = new Set<{ topic: string; id: string | undefined; call: (id: string) => void }>()
  let version = 0
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const tell = (payload: string | undefined) => {
    const message = readMessage(payload)
    if (!message) return
    const { topic, id } = message
    if (topic === 'public-data') version += 1
    for (const each of heard) if (each.topic === topic && (each.id === undefined || each.id === id)) each.call(id)
  }
  const again = (fault: Error) => {
    version += 1
    client = undefined
    if (closed) return
    note(fault)
    timer ??= setTimeout(() => {
      timer = undefined
      void connect()
    }, RECONNECT_MS)
  }
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'daha live' })
    next.on('error', again)
    next.on('end', () => again(new Error('The listening connection ended')))
    next.on('notification', ({ payload }) => tell(payload))
    try {
      await next.connect()
      await next.query(`listen ${LIVE_CHANNEL}`)
      client = next
      version += 1
      if (closed) await next.end()
    } catch (fault) {
      again(fault as Error)
    }
  }
  void connect()
  return {
    subscribe: (topic, id, call) => {
      const entry = { topic, id, call }
      heard.add(entry)
      return () => void heard.delete(entry)
    },
    dataVersion: () => String(version),
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}

/** Anybody with the database can notify on the channel: what is no message of ours is not heard. */
function readMessage(payload: string | undefined): z.output<typeof Message> | undefined {
  try {
    return Message.safeParse(JSON.parse(payload ?? '')).data
  } catch {
    return undefined
  }
}
