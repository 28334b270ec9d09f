import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { registerPerson } from './register-person.ts'

const city = await openTestCity()
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })

/** A number that no part of the program may repeat. */
const canary = '3571024502900017'
const siti = { placeId: unit, fullName: '  Siti  Aminah ', birthOn: '1990-02-05', sex: 'female' as const, nik: canary }

test('registers a person with a NIK that nothing repeats', async () => {
  const { personId } = await teller.do(registerPerson, { ...siti, phone: '0812 3456 7890', residencePlaceId: bujel })
  const { rows } = await city.superuser.query('select * from person where id = $1', [personId])
  expect(rows[0]).toMatchObject({
    full_name: 'Siti Aminah',
    name_key: 'siti aminah',
    birth_year: 1990,
    phone: '+6281234567890',
    nik_end: '17',
    keeper_place_id: unit,
  })
  expect(JSON.stringify(rows)).not.toContain(canary)
  const trail = await city.superuser.query('select body from audit_entry')
  expect(JSON.stringify(trail.rows)).not.toMatch(/3571024502900017|Siti/)
})

test('refuses who may not, and a place of another unit', async () => {
  const nurse = await city.userWith({ roles: ['nurse'], placeId: unit })
  await expect(nurse.do(registerPerson, siti)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(teller.do(registerPerson, { ...siti, placeId: bujel })).rejects.toMatchObject({ code: 'access.denied' })
})
