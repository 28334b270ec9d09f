import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { testDatabase } from '../../../test/database/index.ts'
import { openApp } from '../app/index.ts'
import { sealEntries, verify } from '../audit/index.ts'
import { addCanary, CANARY_NAME, canaryManifest, eraseCanary, feedCanary } from '../audit/testing.ts'
import { newId } from '../id/index.ts'
import { createRegistry } from '../registry/index.ts'
import type { Migration } from '../database/index.ts'
import { backup, BrokenBackup, restore } from './index.ts'

const city = await openTestCity({ manifests: [canaryManifest] })
const { app, system, superuser, clock } = city
const { adminUrl, schema } = { adminUrl: urlOf(superuser), schema: app.city.slug }
const file = join(city.folder, 'backup.gz')

function urlOf(client: pg.Client): string {
  return `postgres://${client.user}:${client.password}@${client.host}:${client.port}/${client.database}`
}

async function emptyDatabase() {
  const urls = await testDatabase()
  const client = new pg.Client({ connectionString: urls.adminUrl })
  await client.connect()
  await client.query(`drop schema ${urls.schema} cascade`)
  await client.end()
  return urls
}

const optionsFor = (urls: { adminUrl: string; runtimeUrl: string }, registry = app.registry) => ({
  ...urls,
  registry,
  clock,
  city: app.city,
  ring: app.ring,
})

const person = newId(clock)
const { id } = await system.do(addCanary, { personId: person, fullName: CANARY_NAME, grams: 9 }, { key: 'first' })
await system.do(feedCanary, { id, grams: 10 })
await city.addPlace({ kind: 'rw', name: 'tab\t "quote" \\ (par, en) \n line é' })
await sealEntries(app)
await system.do(feedCanary, { id, grams: 11 })

const tables = async (client: pg.Client) => {
  const found: Record<string, unknown[]> = {}
  for (const table of Object.keys(app.registry.classes)) {
    const { rows } = await client.query<{ row: string }>(
      `select (t.*)::text as row from ${schema}.${table} t order by 1`,
    )
    found[table] = rows.map(({ row }) => row)
  }
  return found
}

it('gives back every row of every table, proof included, and goes on from there', async () => {
  const before = await tables(superuser)
  const taken = await backup({ url: adminUrl, schema, file, clock })
  expect(taken.rows).toBe(Object.values(before).flat().length)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const urls = await emptyDatabase()
  expect(await restore(file, optionsFor(urls))).toEqual({ rows: taken.rows, erasedAgain: 0, takenAt: clock.now() })
  const client = new pg.Client({ connectionString: urls.adminUrl })
  await client.connect()
  expect(await tables(client)).toEqual(before)
  const { rows: references } = await client.query(
    `select 1 from pg_constraint where conname = 'canary_mark_canary_id_fkey'`,
  )
  expect(references).toHaveLength(1)
  await client.end()

  const again = await openApp(optionsFor(urls))
  expect((await verify(again)).findings).toEqual([])
  const caller = again.caller({ kind: 'system', job: 'test' })
  expect(
    await caller.do(addCanary, { personId: person, fullName: CANARY_NAME, grams: 9 }, { key: 'first' }),
  ).toMatchObject({
    id,
    fullName: CANARY_NAME,
  })
  await caller.do(feedCanary, { id, grams: 12 })
  await sealEntries(again)
  expect((await verify(again)).findings).toEqual([])
  await again.close()
})

it('erases again whoever was erased after the backup was taken', async () => {
  await backup({ url: adminUrl, schema, file, clock })
  await system.do(eraseCanary, { personId: person })
  const urls = await emptyDatabase()
  expect(await restore(file, optionsFor(urls))).toMatchObject({ erasedAgain: 1 })
  const again = await openApp(optionsFor(urls))
  const { rows } = await again.pool.pg.query('select full_name, grams from canary where id = $1', [id])
  expect(rows).toEqual([{ full_name: 'dihapus', grams: 11 }])
  expect((await again.pool.pg.query('select 1 from subject_key where id = $1', [person])).rows).toEqual([])
  expect((await verify(again)).findings).toEqual([])
  await again.close()
})

it('restores a backup of an older program and then runs the newer migrations', async () => {
  await backup({ url: adminUrl, schema, file, clock })
  const newer: Migration = { name: '0002-colour', up: ['alter table canary add column colour text'] }
  const manifests = app.registry.manifests.map((manifest) =>
    manifest.name === 'canary' ? { ...manifest, migrations: [...(manifest.migrations ?? []), newer] } : manifest,
  )
  const urls = await emptyDatabase()
  const options = optionsFor(urls, createRegistry(manifests))
  await restore(file, options)
  const again = await openApp(options)
  expect((await again.pool.pg.query('select colour from canary where id = $1', [id])).rows).toEqual([{ colour: null }])
  expect((await verify(again)).findings).toEqual([])
  await again.close()

  const newest = join(city.folder, 'newest.gz')
  await backup({ url: urls.adminUrl, schema, file: newest, clock })
  await expect(restore(newest, optionsFor(await emptyDatabase()))).rejects.toThrow('canary/0002-colour')
})

it('refuses a schema that is not empty, and leaves it alone', async () => {
  await backup({ url: adminUrl, schema, file, clock })
  const urls = await testDatabase()
  await expect(restore(file, optionsFor(urls))).rejects.toThrow('tidak kosong')
  expect((await urls.pool.pg.query('select 1 from audit_entry')).rows).toEqual([])
})

it('refuses a file that was cut off, changed, or is no backup, and keeps nothing of it', async () => {
  await backup({ url: adminUrl, schema, file, clock })
  const whole = readFileSync(file)
  const text = gunzipSync(whole).toString()
  const lines = text.trimEnd().split('\n')
  const broken: [string, Buffer][] = [
    ['cut off', whole.subarray(0, whole.length - 40)],
    ['no end', gzipSync(`${lines.slice(0, -1).join('\n')}\n`)],
    ['changed', gzipSync(text.replace('Kota Contoh', 'Kota Conteh'))],
    ['no gzip', Buffer.from('halo')],
    ['no header', gzipSync('{"a":1}\n')],
    ['no json', gzipSync(`${lines[0]}\nhalo\n`)],
  ]
  const urls = await emptyDatabase()
  const bad = join(city.folder, 'bad.gz')
  for (const [name, bytes] of broken) {
    writeFileSync(bad, bytes)
    const fault: unknown = await restore(bad, optionsFor(urls)).catch((thrown: unknown) => thrown)
    expect([name, fault instanceof BrokenBackup]).toEqual([name, true])
  }
  truncateSync(bad)
  await expect(restore(bad, optionsFor(urls))).rejects.toThrow(BrokenBackup)
  await expect(restore(file, optionsFor(urls))).resolves.toMatchObject({ takenAt: clock.now() })
})

it('leaves no half file where it cannot write', async () => {
  const nowhere = join(city.folder, 'no', 'such', 'folder.gz')
  await expect(backup({ url: adminUrl, schema, file: nowhere, clock })).rejects.toThrow('ENOENT')
})
