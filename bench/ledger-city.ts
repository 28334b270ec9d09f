import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { can, systemOnly } from '../src/kernel/access/index.ts'
import type { AccessTables } from '../src/kernel/access/index.ts'
import { accessManifest } from '../src/kernel/access/manifest.ts'
import { openApp } from '../src/kernel/app/index.ts'
import { auditManifest } from '../src/kernel/audit/manifest.ts'
import { systemClock } from '../src/kernel/clock/index.ts'
import { makeRuntimeRole } from '../src/kernel/database/index.ts'
import { newId } from '../src/kernel/id/index.ts'
import { openKeyRing } from '../src/kernel/keys/index.ts'
import { ensureCommodity, openAccounts, post, postMany } from '../src/kernel/ledger/index.ts'
import type { LedgerTables } from '../src/kernel/ledger/index.ts'
import { ledgerManifest } from '../src/kernel/ledger/manifest.ts'
import { operation } from '../src/kernel/operation/index.ts'
import { startPostgres } from '../src/kernel/postgres/index.ts'
import { createRegistry } from '../src/kernel/registry/index.ts'

export interface Pair {
  debit: string
  credit: string
  amount: number
}
export type BenchCity = Awaited<ReturnType<typeof openBenchCity>>

const ROLE = 'daha_app'
const SCHEMA = 'ukur'
const Transfer = z.strictObject({ debit: z.string(), credit: z.string(), amount: z.int() })

const transfer = operation<LedgerTables>()({
  name: 'bench.transfer',
  about: 'One transfer.',
  input: z.strictObject({ placeId: z.string(), ...Transfer.shape }),
  output: z.strictObject({ transferId: z.string(), balance: z.int() }),
  allow: can<{ placeId: string }>('bench.post', (_, { placeId }) => placeId),
  async run(context, { placeId, ...leg }) {
    const posted = await post(context, { kind: 'bench', placeId, businessDay: context.today, legs: [leg] })
    return { transferId: posted.transferId, balance: posted.balances.get(leg.debit) ?? 0 }
  },
})

const batch = operation<LedgerTables>()({
  name: 'bench.batch',
  about: 'Many transfers at once, as an import posts them.',
  input: z.strictObject({ placeId: z.string(), transfers: z.array(Transfer) }),
  output: z.strictObject({ posted: z.int() }),
  allow: can<{ placeId: string }>('bench.post', (_, { placeId }) => placeId),
  async run(context, { placeId, transfers }) {
    const { today } = context
    const { transferIds } = await postMany(
      context,
      transfers.map((leg) => ({ kind: 'bench', placeId, businessDay: today, legs: [leg] })),
    )
    return { posted: transferIds.length }
  },
})

/** A place, a user who may post there, and accounts with a floor of zero that hold a thousand million each. */
const prepare = operation<AccessTables & LedgerTables>()({
  name: 'bench.prepare',
  about: 'Prepares the measurement.',
  input: z.strictObject({ accounts: z.int() }),
  output: z.strictObject({ placeId: z.string(), userId: z.string(), accounts: z.array(z.string()) }),
  allow: systemOnly(),
  async run(context, { accounts: count }) {
    const { write, now, newId: next } = context
    const [rootId, placeId, userId] = [next(), next(), next()]
    const dated = { validFrom: '2020-01-01', validTo: null }
    const place = { kind: 'city', code: null, name: 'Ukur', ...dated }
    await write.insert('place', { ...place, id: rootId, parentId: null, path: 'a.' })
    await write.insert('place', { ...place, id: placeId, parentId: rootId, path: 'a.b.', kind: 'unit' })
    const user = { id: userId, userName: 'ukur', displayName: 'Ukur', phone: null, personId: null, madeAt: now }
    await write.insert('userAccount', { ...user, status: 'active' })
    await write.insert('roleGrant', { id: next(), userId, role: 'bench', placeId: rootId, grantedBy: null, ...dated })
    const { id: commodityId } = await ensureCommodity(context, { code: 'IDR', name: 'Rupiah', measure: 'rupiah' })
    const account = { purpose: 'savings', ownerKind: 'bench', placeId, commodityId, side: 'credit' as const, floor: 0 }
    const source = { ...account, purpose: 'source', side: 'debit' as const, ownerId: next() }
    const accounts: string[] = []
    const [from] = await openAccounts(context, [source])
    for (let left = count; left > 0; left -= 1000) {
      const owners = Array.from({ length: Math.min(left, 1000) }, next)
      const made = await openAccounts(
        context,
        owners.map((ownerId) => ({ ...account, ownerId })),
      )
      const legs = made.map(({ id }) => ({ debit: from?.id ?? '', credit: id, amount: 1_000_000_000 }))
      await post(context, { kind: 'bench', placeId, businessDay: context.today, legs })
      accounts.push(...made.map(({ id }) => id))
    }
    return { placeId, userId, accounts }
  },
})

/** A city on an embedded server of its own that keeps everything it has committed, thrown away afterwards. */
export async function openBenchCity(options: { connections: number; accounts: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'daha-bench-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ dataDir: folder, purpose: 'city', log: { info: () => undefined } })
  await makeRuntimeRole(server.url('postgres'), ROLE, 'ukur')
  const adminUrl = server.url('postgres')
  const runtimeUrl = `postgres://${ROLE}:ukur@${server.host}:${server.port}/postgres`
  const manifest = { name: 'bench', uses: ['ledger'], operations: [transfer, batch, prepare] }
  const permissions = { 'bench.post': ['bench'] }
  const app = await openApp({
    registry: createRegistry([accessManifest, auditManifest, ledgerManifest, { ...manifest, permissions }]),
    city: { slug: SCHEMA, name: 'Ukur', zone: 'Asia/Jakarta', demo: true },
    adminUrl,
    runtimeUrl,
    ring: openKeyRing(join(folder, 'keys.json'), { make: true, now: systemClock.now() }),
    poolMax: options.connections,
  })
  const made = await app.caller({ kind: 'system', job: 'bench' }).do(prepare, { accounts: options.accounts })
  const { placeId, userId, accounts } = made
  const caller = app.caller({ kind: 'user', userId, personId: null, sessionId: userId, provedAt: systemClock.now() })
  return {
    adminUrl,
    runtimeUrl,
    schema: SCHEMA,
    role: ROLE,
    accounts,
    transfer: (pair: Pair) => caller.do(transfer, { placeId, ...pair }, { key: newId(systemClock) }),
    batch: (transfers: Pair[]) => caller.do(batch, { placeId, transfers }, { key: newId(systemClock) }),
    /** @throws Error when the ledger does not add up after all that. */
    async requireSound() {
      const wrong = (await ledgerManifest.derived?.(app.pool.kysely<never>(), app.registry)) ?? []
      if (wrong.length > 0) throw new Error(`Balances are not the sums of their postings: ${JSON.stringify(wrong[0])}`)
    },
    async settings() {
      const client = new pg.Client({ connectionString: runtimeUrl })
      await client.connect()
      const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_version']
      const { rows } = await client.query<{ name: string; setting: string }>(
        'select name, setting from pg_settings where name = any($1)',
        [names],
      )
      await client.end()
      return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
    },
    async close() {
      await app.close()
      await server.stop({ ifIdle: false })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
