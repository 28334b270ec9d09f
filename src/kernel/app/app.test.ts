import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { addCanary, canaryManifest, eraseCanary } from '../audit/testing.ts'
import { newId } from '../id/index.ts'
import { KeyLost, openKeyRing } from '../keys/index.ts'
import { openApp } from './index.ts'

const city = await openTestCity({ manifests: [canaryManifest] })
const { app, clock, system, superuser } = city
const adminUrl = `postgres://${superuser.user}:${superuser.password}@${superuser.host}:${superuser.port}/${superuser.database}`
const { registry, runtimeUrl, ring } = app
const options = { registry, runtimeUrl, adminUrl, ring, clock, city: app.city }

const strangeRing = (name: string) =>
  openKeyRing(join(city.folder, name, 'keys.json'), { make: true, now: clock.now() })

it('opens a second time beside the first, with nothing left to migrate', async () => {
  const second = await openApp(options)
  expect(second.migrated).toEqual([])
  await second.caller({ kind: 'system', job: 'test' }).do(addCanary, {
    personId: newId(clock),
    fullName: 'Kenari',
    grams: 1,
  })
  await second.close()
})

it('does not open with a ring that is not this database’s, and says what to do', async () => {
  const opened = openApp({ ...options, ring: strangeRing('other') })
  await expect(opened).rejects.toThrow(KeyLost)
  await expect(openApp({ ...options, ring: strangeRing('more') })).rejects.toThrow('DAHA_KEYS')
})

it('does not open when only the audit keys are another ring’s', async () => {
  const strange = strangeRing('half')
  const mixed = JSON.parse(readFileSync(strange.file, 'utf8')) as { purposes: Record<string, unknown> }
  const own = JSON.parse(readFileSync(ring.file, 'utf8')) as { purposes: Record<string, unknown> }
  mixed.purposes['subject'] = own.purposes['subject']
  writeFileSync(strange.file, JSON.stringify(mixed))
  const half = openKeyRing(strange.file, { make: false, now: clock.now() })
  await expect(openApp({ ...options, ring: half })).rejects.toThrow('"audit"')
})

it('does not run as a role that could rewrite proof', async () => {
  await expect(openApp({ ...options, runtimeUrl: adminUrl })).rejects.toThrow('terlalu berkuasa')
})

it('mends the erasure list', async () => {
  const personId = newId(clock)
  await system.do(addCanary, { personId, fullName: 'Kenari', grams: 1 })
  await system.do(eraseCanary, { personId })
  const list = join(city.folder, 'erasures.jsonl')
  writeFileSync(list, '')
  await (await openApp(options)).close()
  expect(readFileSync(list, 'utf8')).toContain(personId)
})
