import type { App, Caller } from '../../kernel/app/index.ts'
import { addDays, fixedClock, instantAt, weekdayOf } from '../../kernel/clock/index.ts'
import type { Clock } from '../../kernel/clock/index.ts'
import { addUser, createAdmin, giveGrant, setDemoPassword } from '../../kernel/sign-in/index.ts'
import { findPlace } from '../../capabilities/places/index.ts'
import {
  addMaterial,
  addUnit,
  closeDay,
  getDay,
  joinMember,
  openDay,
  payWithdrawal,
  recordDeposit,
  renewClaimCode,
  reverseDeposit,
  setLimit,
  setPrices,
  setSharing,
} from '../../capabilities/waste-bank/index.ts'
import type { DemoSignIn, MakeSignIns, SeedOptions } from '../city.ts'
import { demoAccounts, demoMembers, demoPassword } from './demo-accounts.ts'
import { materials } from './materials.ts'

/** Saturdays of sample weighing before the first day of the demo. */
const WEEKS = 14
const deviceId = '01900000-0000-7000-8000-00000000d0a1'
const otherDeviceId = '01900000-0000-7000-8000-00000000d0a2'

interface Demo {
  readonly app: App
  readonly system: Caller
  readonly day: string
  /** As one of the demo's users, at an instant of its story. */
  as(userId: string, clock?: Clock): Caller
}

/** Units by name from public sources; what they weigh, pay and charge here is made up. */
const units = [
  { key: 'hijau', name: 'Hijau Daun', code: 'HD', kelurahan: '35.71.01.1006', address: 'Bujel' },
  { key: 'pakunden', name: 'Hijau Daun', code: 'HP', kelurahan: '35.71.03.1002', address: 'RT 26 RW 05, Pakunden' },
  { key: 'wilis', name: 'Sri Wilis', code: 'SW', kelurahan: '35.71.01.1004', address: 'Pojok' },
  { key: 'melati', name: 'Melati', code: 'ML', kelurahan: '35.71.01.1005', address: 'Sukorame' },
  { key: 'berseri', name: 'Berseri', code: 'BR', kelurahan: '35.71.03.1015', address: 'Burengan' },
] as const
type UnitKey = (typeof units)[number]['key']

/** Loads the sample people and fourteen Saturdays; every step has its own key, so that it runs to its end once. */
export async function seedDemo(app: App, day: string, options: SeedOptions): Promise<MakeSignIns> {
  const system = app.caller({ kind: 'system', job: 'demo' })
  const as = (userId: string, clock?: Clock) =>
    app.caller({ kind: 'shell', userId, personId: null, osUser: 'demo' }, undefined, clock)
  const demo: Demo = { app, system, day, as }
  const { displayName, userName } = demoAccounts.admin
  const admin = await system.do(createAdmin, { displayName, userName, password: demoPassword }, { key: 'demo.admin' })
  options.progress('unit dan bahan')
  const places = await addUnits(demo, admin.userId)
  const materialIds = await addMaterials(demo, admin.userId, places)
  options.progress('pengguna dan nasabah')
  const users = await addUsers(demo, admin.userId, places)
  const members = await addMembers(demo, users, places)
  options.progress(`${WEEKS} Sabtu penimbangan`)
  await weighSaturdays(demo, { users, places, members, materialIds })
  return () => signIns(demo, users, members)
}

async function addUnits({ system, as, day }: Demo, adminId: string): Promise<Record<UnitKey, string>> {
  const ids: Partial<Record<UnitKey, string>> = {}
  for (const { key, kelurahan, ...unit } of units) {
    const rows = await system.ask(findPlace, { text: kelurahan })
    const kelurahanId = rows[0]?.placeId
    if (!kelurahanId) throw new Error(`No kelurahan ${kelurahan}`)
    const openedOn = addDays(day, -7 * (WEEKS + 2))
    const made = await as(adminId).do(addUnit, { ...unit, kelurahanId, openedOn }, { key: `demo.unit.${key}` })
    ids[key] = made.unitId
  }
  return ids as Record<UnitKey, string>
}

async function addMaterials({ as, day }: Demo, adminId: string, places: Record<UnitKey, string>) {
  const admin = as(adminId)
  const validFrom = addDays(day, -7 * (WEEKS + 2))
  const ids = new Map<string, string>()
  for (const { rupiah: _, ...material } of materials) {
    const made = await admin.do(addMaterial, { ...material, validFrom }, { key: `demo.material.${material.code}` })
    ids.set(material.code, made.materialId)
  }
  const first = materials.map(({ code, rupiah }) => ({
    materialId: ids.get(code) ?? '',
    rupiah: roundTo50(rupiah * 0.9),
  }))
  const second = materials.map(({ code, rupiah }) => ({ materialId: ids.get(code) ?? '', rupiah }))
  for (const [key, unitId] of Object.entries(places)) {
    if (key === 'berseri') continue
    await admin.do(setPrices, { unitId, validFrom, prices: first }, { key: `demo.prices.${key}.1` })
    const later = addDays(day, -7 * 6)
    await admin.do(setPrices, { unitId, validFrom: later, prices: second }, { key: `demo.prices.${key}.2` })
    const share =
      key === 'wilis' ? { kind: 'margin', memberBasisPoints: 10_000 } : { kind: 'percentage', memberBasisPoints: 8500 }
    await admin.do(
      setSharing,
      { unitId, validFrom, ...(share as { kind: 'margin'; memberBasisPoints: number }) },
      { key: `demo.sharing.${key}` },
    )
  }
  const limit = { unitId: places.hijau, validFrom, lineMax: 100_000, medianFactor: 10 }
  await admin.do(setLimit, limit, { key: 'demo.limit.hijau' })
  return ids
}

function roundTo50(rupiah: number): number {
  return Math.max(50, Math.round(rupiah / 50) * 50)
}

type Users = Record<'manager' | 'teller' | 'second' | 'other' | 'team', string>

async function addUsers({ system, as, day }: Demo, adminId: string, places: Record<UnitKey, string>): Promise<Users> {
  const rows = await system.ask(findPlace, { text: '35.71' })
  const cityId = rows[0]?.placeId ?? ''
  const validFrom = addDays(day, -7 * (WEEKS + 2))
  const duties = [
    ['manager', 'waste_manager', places.hijau],
    ['teller', 'teller', places.hijau],
    ['second', 'teller', places.hijau],
    ['other', 'teller', places.melati],
    ['team', 'smart_city_team', cityId],
  ] as const
  const users: Partial<Users> = {}
  for (const [key, role, placeId] of duties) {
    const { userName, displayName } = demoAccounts[key]
    const input = { userName, displayName, role, placeId, validFrom }
    const made = await as(adminId).do(addUser, input, { key: `demo.user.${key}` })
    await system.do(setDemoPassword, { userId: made.userId, password: demoPassword }, { key: `demo.password.${key}` })
    users[key] = made.userId
  }
  const found = users as Users
  for (const key of ['wilis', 'pakunden'] as const) {
    const grant = { userId: found.other, role: 'teller', placeId: places[key], validFrom }
    await as(adminId).do(giveGrant, grant, { key: `demo.grant.other.${key}` })
  }
  return found
}

interface DemoMember {
  readonly memberId: string
  readonly unitId: string
}

async function addMembers({ as, day }: Demo, users: Users, places: Record<UnitKey, string>): Promise<DemoMember[]> {
  const joinedOn = addDays(day, -7 * (WEEKS + 1))
  const members: DemoMember[] = []
  for (const [index, [fullName, birthYear, phone]] of demoMembers.entries()) {
    const isOther = index >= 14
    const unitId = isOther ? ([places.melati, places.wilis, places.pakunden][index % 3] ?? places.melati) : places.hijau
    const number = isOther ? index : 129 + index
    const input = { unitId, fullName, birthYear, joinedOn, number, ...(phone === null ? {} : { phone }) }
    const made = await as(isOther ? users.other : users.teller).do(joinMember, input, { key: `demo.member.${index}` })
    members.push({ memberId: made.memberId, unitId })
  }
  return members
}

interface Story {
  readonly users: Users
  readonly places: Record<UnitKey, string>
  readonly members: readonly DemoMember[]
  readonly materialIds: ReadonlyMap<string, string>
}

async function weighSaturdays(demo: Demo, story: Story): Promise<void> {
  const chance = chanceFrom(20_261_125)
  const last = addDays(demo.day, -((weekdayOf(demo.day) + 1) % 7 || 7))
  for (let week = WEEKS; week >= 1; week -= 1) {
    const saturday = addDays(last, -7 * (week - 1))
    await weighSaturday(demo, story, { week, saturday, chance })
  }
}

/** A repeatable stand-in for chance (Lehmer, 48271 mod 2^31 − 1): the same demo everywhere. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const usual = ['pet', 'cardboard', 'mixed', 'cup', 'hvs', 'duplex', 'can', 'bag', 'glass', 'hdpe', 'egg-tray', 'oil']

async function weighSaturday(
  { as, app }: Demo,
  { users, places, members, materialIds }: Story,
  { week, saturday, chance }: { week: number; saturday: string; chance: () => number },
): Promise<void> {
  const at = (minutes: number) =>
    fixedClock(instantAt(saturday, { hour: 7 + Math.floor(minutes / 60), minute: minutes % 60 }, app.city.zone))
  const open = new Set([
    places.hijau,
    ...(week > 5 ? [places.wilis] : []),
    places.melati,
    ...(week % 2 ? [places.pakunden] : []),
  ])
  for (const unitId of open) {
    const teller = unitId === places.hijau ? users.teller : users.other
    const counted = unitId === places.hijau && week === WEEKS ? 500_000 : undefined
    await openOnce(
      as(teller, at(20)),
      unitId,
      counted ?? (week === WEEKS ? 200_000 : undefined),
      `demo.open.${unitId}.${week}`,
    )
  }
  for (const [index, member] of members.entries()) {
    const lines = linesFor(chance, materialIds)
    const comes = chance() < 0.72
    if (!comes || !open.has(member.unitId)) continue
    const isHijau = member.unitId === places.hijau
    const caller = as(isHijau ? users.teller : users.other, at(40 + index * 9))
    const input = { ...member, lines, deviceId: isHijau ? deviceId : otherDeviceId }
    const key = `demo.deposit.${week}.${index}`
    const saved = await caller.do(recordDeposit, input, { key, confirm: ['deposit.weight_unusual'] })
    if (week === 3 && index === 2) await takeBack(as(users.second, at(200)), saved.depositId)
    if (week === 4 && index < 3 && isHijau)
      await payOut(as(users.teller, at(150 + index)), member, saved.balance, index)
  }
  for (const unitId of open) {
    const teller = unitId === places.hijau ? users.teller : users.other
    await closeOnce(as(teller, at(280)), unitId, `demo.close.${unitId}.${week}`)
  }
}

function linesFor(chance: () => number, materialIds: ReadonlyMap<string, string>) {
  const count = 1 + Math.floor(chance() * 3)
  const start = Math.floor(chance() * usual.length)
  return Array.from({ length: count }, (_, index) => {
    const code = usual[(start + index * 5) % usual.length] ?? 'pet'
    const material = materials.find((each) => each.code === code)
    const quantity =
      material?.measure === 'piece' ? 2 + Math.floor(chance() * 10) : 50 * (8 + Math.floor(chance() * 70))
    return { materialId: materialIds.get(code) ?? '', quantity }
  })
}

async function openOnce(caller: Caller, unitId: string, counted: number | undefined, key: string): Promise<void> {
  const { cash } = await caller.ask(getDay, { unitId })
  await caller.do(openDay, { unitId, counted: counted ?? cash }, { key, received: Buffer.from(key) })
}

async function closeOnce(caller: Caller, unitId: string, key: string): Promise<void> {
  const { cash } = await caller.ask(getDay, { unitId })
  await caller.do(closeDay, { unitId, counted: cash }, { key, received: Buffer.from(key) })
}

async function takeBack(caller: Caller, depositId: string): Promise<void> {
  const input = { depositId, reason: 'Salah pilih bahan, ditimbang ulang', deviceId }
  await caller.do(reverseDeposit, input, { key: 'demo.reversal' })
}

async function payOut(caller: Caller, member: DemoMember, balance: number, index: number): Promise<void> {
  const key = `demo.withdrawal.${index}`
  const confirmation = { by: 'signature', strokes: 'M10 40 C20 10 40 10 50 40 S80 70 90 40' } as const
  const amount = Math.max(1000, Math.floor(balance / 2 / 1000) * 1000)
  await caller.do(payWithdrawal, { ...member, amount, deviceId, confirmation }, { key, received: Buffer.from(key) })
}

/** The claim code is made anew at each start, once the port is ours, since a code that is kept nowhere can be shown only when it is made. */
async function signIns({ as }: Demo, users: Users, members: readonly DemoMember[]): Promise<DemoSignIn[]> {
  const first = members[0]
  const claim = first ? await as(users.teller).do(renewClaimCode, { memberId: first.memberId }) : undefined
  return [
    ...Object.values(demoAccounts).map(({ userName, what }) => ({ userName, password: demoPassword, what })),
    ...(claim
      ? [{ userName: `kode ${claim.claimCode}`, password: `lahir ${demoMembers[0][1]}`, what: 'nasabah, di /milik' }]
      : []),
  ]
}
