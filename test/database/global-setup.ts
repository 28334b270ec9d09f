import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { openCluster, type Cluster } from './cluster.ts'

/**
 * Offers databases to the test files, which run in other processes. PostgreSQL starts with the first request, so a run
 * of tests that need no database never starts it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined
  const server = createServer((_, response) => {
    cluster ??= openCluster()
    cluster
      .then(async (open) => open.clone())
      .then(
        (urls) => response.end(JSON.stringify(urls)),
        (fault: unknown) => {
          response.statusCode = 500
          response.end(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
        },
      )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  project.provide('databases', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return async () => {
    server.close()
    server.closeAllConnections()
    const open = await cluster?.catch(() => undefined)
    await open?.end()
  }
}
