import { expect, it } from 'vitest'
import { senderOf } from './sender.ts'

const ask = (remoteAddress: string | undefined, forwarded?: string) =>
  senderOf({ env: { incoming: { socket: { remoteAddress } } }, req: { header: () => forwarded } })

it.each([
  ['203.0.113.5', undefined, '203.0.113.5'],
  ['203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:10.0.0.2', 'anything, 198.51.100.1', '198.51.100.1'],
  ['::1', '2001:db8::7', '2001:db8::7'],
  ['10.0.0.2', 'nonsense', '10.0.0.2'],
  ['172.32.0.1', '198.51.100.1', '172.32.0.1'],
  [undefined, undefined, ''],
])('a peer %s that names %s is %s', (peer, forwarded, sender) => {
  expect(ask(peer, forwarded)).toBe(sender)
})

it('is nothing without a socket', () => {
  expect(senderOf({ req: { header: () => undefined } })).toBe('')
})
