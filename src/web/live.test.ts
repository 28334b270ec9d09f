import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLive } from './live.ts'
import type { LiveEvent } from './live.ts'

function aTopic() {
  const readers = new Set<(event: LiveEvent) => void>()
  const after: (string | undefined)[] = []
  return {
    readers,
    after,
    tell: (event: LiveEvent) => {
      for (const send of readers) send(event)
    },
    subscribe: (send: (event: LiveEvent) => void, last: string | undefined) => {
      readers.add(send)
      after.push(last)
      return () => void readers.delete(send)
    },
  }
}
const ask = (init: RequestInit = {}) => new Request('http://a/live', init)

describe('live streams', () => {
  it('send events in the format of the standard, each on lines of its own', async () => {
    const live = createLive()
    const topic = aTopic()
    const response = live.stream(ask({ headers: { 'last-event-id': '41' } }), topic.subscribe)
    topic.tell({ id: '42\nevent: forged', event: 'deposit', data: { text: 'a\nb' } })
    live.close()
    expect(await response.text()).toBe(
      'retry: 3000\n\nid: 42 event: forged\nevent: deposit\ndata: {"text":"a\\nb"}\n\n',
    )
    expect(topic.after).toEqual(['41'])
    expect(response.headers.get('content-type')).toBe('text/event-stream')
  })

  it('stop listening when the reader leaves, by either sign', async () => {
    const live = createLive()
    const topic = aTopic()
    const gone = new AbortController()
    live.stream(ask({ signal: gone.signal }), topic.subscribe)
    const other = live.stream(ask(), topic.subscribe)
    expect(live.open()).toBe(2)
    gone.abort()
    await other.body?.cancel()
    expect([live.open(), topic.readers.size]).toEqual([0, 0])
  })

  it('keep a silent connection alive', async () => {
    const live = createLive({ heartbeatMs: 5 })
    const response = live.stream(ask(), aTopic().subscribe)
    await sleep(40)
    live.close()
    expect((await response.text()).match(/^: $/gm)?.length).toBeGreaterThan(1)
  })

  it('cut off a reader that does not read, instead of filling memory', () => {
    const live = createLive({ backlog: 10 })
    const topic = aTopic()
    live.stream(ask(), topic.subscribe)
    for (let i = 0; i < 20; i += 1) topic.tell({ event: 'a', data: i })
    expect([live.open(), topic.readers.size]).toEqual([0, 0])
  })

  it('are limited, and none begins after the end', () => {
    const live = createLive({ limit: 1 })
    const topic = aTopic()
    live.stream(ask(), topic.subscribe)
    const second = live.stream(ask(), topic.subscribe)
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '3'])
    live.close()
    expect(live.stream(ask(), topic.subscribe).status).toBe(503)
    expect(topic.readers.size).toBe(0)
  })
})
