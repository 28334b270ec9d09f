import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listener = (req: IncomingMessage, res: ServerResponse) => unknown

export interface ListenSettings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

/** A server whose slow readers and writers are let go: a connection costs memory for as long as it lasts. */
export function createHttpServer(listener: Listener): Server {
  return createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 120_000, // a photo of 25 MB over a poor network
      keepAliveTimeout: 20_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16_384,
    },
    listener,
  )
}

/** Answers the address once connections are taken; throws what the operating system says, such as EADDRINUSE. */
export async function listen(server: Server, settings: ListenSettings): Promise<{ host: string; port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  return { host: settings.host, port: address.port }
}
