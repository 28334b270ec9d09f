import type { TestCity } from '../../../test/city.ts'
import type { Caller } from '../../kernel/app/index.ts'
import { newId } from '../../kernel/id/index.ts'
import { addMaterial } from './operations/add-material.ts'
import { addUnit } from './operations/add-unit.ts'
import { openDay } from './operations/day.ts'
import { joinMember } from './operations/members.ts'
import { setPrices } from './operations/set-prices.ts'
import { setSharing } from './operations/set-rules.ts'

export interface TestUnit {
  readonly unitId: string
  readonly manager: Caller
  readonly teller: Caller & { userId: string }
  readonly second: Caller & { userId: string }
  readonly materials: { readonly pet: string; readonly oil: string; readonly tray: string }
  readonly deviceId: string
  member(given?: { fullName?: string; birthYear?: number; phone?: string }): Promise<{
    memberId: string
    personId: string
    claimCode: string
  }>
}

let serial = 0

/** A unit that works: prices (PET Rp4,001 a kilogram), 85 % for the member, two tellers and a manager. */
export async function aUnit(city: TestCity, given: { openedWith?: number } = {}): Promise<TestUnit> {
  serial += 1
  const admin = await city.userWith({ roles: ['city_admin', 'waste_city_manager'] })
  const kelurahanId = await city.addPlace({ kind: 'kelurahan', name: `Kelurahan ${serial}` })
  const code = `U${String.fromCharCode(64 + serial)}`
  const { unitId } = await admin.do(addUnit, { kelurahanId, name: `Unit ${serial}`, code, openedOn: '2026-01-01' })
  const manager = await city.userWith({ roles: ['waste_manager'], placeId: unitId })
  const materials = { pet: '', oil: '', tray: '' }
  for (const [key, measure] of [
    ['pet', 'gram'],
    ['oil', 'millilitre'],
    ['tray', 'piece'],
  ] as const) {
    const names = { nameId: `Bahan ${key}`, nameEn: `Material ${key}`, category: 'Uji', picture: 'pet-bottle' }
    const made = await admin.do(addMaterial, { code: `${key}-${serial}`, ...names, measure, validFrom: '2026-01-01' })
    materials[key] = made.materialId
  }
  const prices = [
    { materialId: materials.pet, rupiah: 4001 },
    { materialId: materials.oil, rupiah: 4000 },
    { materialId: materials.tray, rupiah: 150 },
  ]
  await manager.do(setPrices, { unitId, validFrom: '2026-01-01', prices })
  await manager.do(setSharing, { unitId, validFrom: '2026-01-01', kind: 'percentage', memberBasisPoints: 8500 })
  const teller = await city.userWith({ roles: ['teller'], placeId: unitId })
  const second = await city.userWith({ roles: ['teller'], placeId: unitId })
  await teller.do(openDay, { unitId, counted: given.openedWith ?? 100_000 })
  return {
    unitId,
    manager,
    teller,
    second,
    materials,
    deviceId: newId(city.clock),
    member: async (person = {}) => {
      const confirm = ['person.looks_like', 'person.birth_unknown']
      const input = { unitId, fullName: `Warga Uji ${newId(city.clock).slice(-6)}`, birthYear: 1980, ...person }
      const { memberId, personId, claimCode } = await teller.do(joinMember, input, { confirm })
      return { memberId, personId, claimCode }
    },
  }
}
