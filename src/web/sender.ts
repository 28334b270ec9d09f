import { isIP } from 'node:net'

/** A peer inside our own house: then it is a proxy of ours, and the last address it names is that of the sender. */
const inside = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^(?:::1$|f[cd])/

/**
 * The network address of whoever sent the request. `X-Forwarded-For` is believed of a proxy in the same network only,
 * and of its list only the last entry, which that proxy itself has written.
 */
export function senderOf(c: { env?: unknown; req: { header(name: string): string | undefined } }): string {
  const peer = peerOf(c.env)
  if (peer !== '' && !inside.test(peer)) return peer
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(forwarded) === 0 ? peer : forwarded
}

/** As `@hono/node-server` hands over the request of Node; nothing in a test without socket. */
function peerOf(env: unknown): string {
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return ''
  const { incoming } = env as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}
