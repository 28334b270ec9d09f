import type { Server } from 'node:http'

export interface ShutdownSettings {
  readonly server: Server
  /** Ends what would last for ever: live streams, long polls. */
  readonly endStreams: () => void
  /** Closes what requests stand on, after the last of them: jobs, database. In this order, each awaited. */
  readonly close: readonly (() => Promise<void> | void)[]
  /** Milliseconds for everything together; then connections are cut. */
  readonly within?: number
  readonly note?: (text: string) => void
}

/**
 * Stops a server without losing a request that was begun: takes no new connection, ends streams, waits for answers
 * under way, closes what is underneath. Answers true when all ended by itself in time. Safe to call twice.
 */
export function createShutdown(settings: ShutdownSettings): () => Promise<boolean> {
  let running: Promise<boolean> | undefined
  return () => (running ??= shutDown(settings))
}

async function shutDown(settings: ShutdownSettings): Promise<boolean> {
  const { server, within = 9_000, note = () => {} } = settings
  const drained = new Promise<void>((resolve) => server.close(() => resolve()))
  settings.endStreams()
  server.closeIdleConnections()
  // A kept-alive connection becomes idle only after its answer, so it is looked for again.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const inTime = await before(drained, within * 0.7)
  clearInterval(idle)
  if (!inTime) {
    note('requests under way were cut off')
    server.closeAllConnections()
  }
  const closed = await before(closeAll(settings.close, note), within * 0.3)
  return inTime && closed
}

async function closeAll(steps: readonly (() => Promise<void> | void)[], note: (text: string) => void): Promise<void> {
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      note(`closing failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

async function before(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)))
  const done = await Promise.race([work.then(() => true as const), late])
  clearTimeout(timer)
  return done
}

/** Calls `stop` once at SIGTERM or SIGINT and ends the process: 0 when all ended in time, else 1. A second signal ends it at once. */
export function stopOnSignals(stop: () => Promise<boolean>): void {
  let asked = false
  const handle = (): void => {
    if (asked) process.exit(1)
    asked = true
    void stop().then((clean) => process.exit(clean ? 0 : 1))
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}
