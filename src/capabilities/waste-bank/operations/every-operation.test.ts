import { expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestCity } from '../../../../test/city.ts'
import { refusedWith } from '../../../../test/refused-with.ts'
import type { Caller } from '../../../kernel/app/index.ts'
import { verify } from '../../../kernel/audit/index.ts'
import type { Operation } from '../../../kernel/operation/index.ts'
import { unreadyUnits } from '../queries/units.ts'
import { aUnit } from '../testing.ts'
import { addMaterial, closeMaterial } from './add-material.ts'
import { addUnit } from './add-unit.ts'
import { closeUnit } from './close-unit.ts'
import { closeDay, openDay } from './day.ts'
import { joinMember, leaveMember, renewClaimCode, setPin } from './members.ts'
import { payWithdrawal, sendWithdrawalCode } from './pay-withdrawal.ts'
import { recordDeposit } from './record-deposit.ts'
import { reverseDeposit } from './reverse-deposit.ts'
import { setPrices, withdrawPrices } from './set-prices.ts'
import { orderMaterials, setLimit, setSharing } from './set-rules.ts'

const city = await openTestCity()
const unit = await aUnit(city, { openedWith: 50_000 })
const { unitId, teller, manager, second, deviceId, materials } = unit
const admin = await city.userWith({ roles: ['waste_city_manager'] })
const away = await city.addPlace({ kind: 'kelurahan' })
/** Holds every role of the room, elsewhere. */
const stranger = await city.userWith({ roles: ['teller', 'waste_manager', 'waste_city_manager'], placeId: away })
const kelurahanId = await city.addPlace({ kind: 'kelurahan' })

let serial = 0

async function rows(): Promise<string> {
  const counted = await city.superuser.query<{ text: string }>(
    `select concat_ws(' ', (select count(*) from audit_entry), (select count(*) from posting), (select count(*) from message),
      (select count(*) from weighing), (select count(*) from deposit), (select count(*) from member)) as text`,
  )
  return counted.rows[0]?.text ?? ''
}

/** Refused to whoever works elsewhere; does it; sent again with the same key it changes nothing; refused where it does not fit. */
async function four<I extends z.ZodType, O extends z.ZodType>(
  by: Caller,
  operation: Operation<I, O>,
  input: z.input<I>,
  wrong: { code: string; input?: z.input<I> },
  confirm: readonly string[] = [],
): Promise<z.output<O>> {
  const denied = await refusedWith(city, stranger.do(operation, input))
  expect([operation.name, denied.code]).toEqual([operation.name, 'access.denied'])
  serial += 1
  const key = `four-${serial}`
  const first = await by.do(operation, input, { key, confirm })
  const before = await rows()
  // What is secret, such as a new claim code, is told once and no second time.
  expect([operation.name, first]).toMatchObject([operation.name, await by.do(operation, input, { key, confirm })])
  expect([operation.name, await rows()]).toEqual([operation.name, before])
  const refused = await refusedWith(city, by.do(operation, wrong.input ?? input))
  expect([operation.name, refused.code]).toEqual([operation.name, wrong.code])
  return first
}

test('units, materials and dated rules', async () => {
  const added = { kelurahanId, name: 'Unit Baru', code: 'UB', openedOn: '2026-10-01' }
  await four(admin, addUnit, added, { code: 'waste_unit.code_taken', input: { ...added, name: 'Unit Lain' } })
  const { rows: unready } = await admin.ask(unreadyUnits, {})
  expect(unready).toMatchObject([{ unitName: 'Unit Baru', hasPrices: false, hasSharing: false }])
  expect((await manager.ask(unreadyUnits, {})).rows).toEqual([])
  const can = { code: 'kaleng', nameId: 'Kaleng', nameEn: 'Cans', category: 'Logam', picture: 'can' }
  const { materialId } = await four(
    admin,
    addMaterial,
    { ...can, measure: 'gram', validFrom: '2026-01-01' },
    { code: 'material.code_taken' },
  )
  const validFrom = '2026-10-12'
  const prices = [
    { materialId: materials.pet, rupiah: 4000 },
    { materialId, rupiah: 9000 },
    { materialId: materials.oil, rupiah: 4000 },
    { materialId: materials.tray, rupiah: 150 },
  ]
  const { listId } = await four(manager, setPrices, { unitId, validFrom, prices }, { code: 'price.list_exists' })
  await four(
    manager,
    orderMaterials,
    { unitId, materialIds: [materialId, materials.pet] },
    { code: 'material.unknown', input: { unitId, materialIds: [unitId] } },
  )
  const withdraw = { listId, reason: 'Salah tanggal' }
  await expect(manager.do(withdrawPrices, withdraw)).rejects.toMatchObject({
    kind: 'confirm',
    code: 'price.withdraw',
    params: { from: validFrom, before: '2026-01-01' },
  })
  await four(manager, withdrawPrices, withdraw, { code: 'price.withdrawn_already' }, ['price.withdraw'])
  const sharing = { unitId, validFrom, kind: 'percentage', memberBasisPoints: 8000 } as const
  await four(manager, setSharing, sharing, { code: 'sharing.exists' })
  const margin = { ...sharing, validFrom: '2026-10-13', kind: 'margin' } as const
  expect(await refusedWith(city, manager.do(setSharing, margin))).toMatchObject({ code: 'sharing.margin_is_whole' })
  await four(manager, setLimit, { unitId, validFrom, lineMax: 5000, medianFactor: 5 }, { code: 'limit.exists' })
  await four(admin, closeMaterial, { materialId, validTo: '2026-10-31' }, { code: 'material.closed_already' })
  const twice = {
    unitId,
    validFrom: '2026-10-14',
    prices: [prices[0], prices[0]].filter((price) => price !== undefined),
  }
  expect(await refusedWith(city, manager.do(setPrices, twice, { confirm: ['price.left_out'] }))).toMatchObject({
    code: 'price.material_twice',
  })
})

test('members, deposits, withdrawals, the end of a day and of a unit', async () => {
  const person = await unit.member()
  await teller.do(leaveMember, { memberId: person.memberId })
  const join = { unitId, personId: person.personId }
  const { memberId } = await four(teller, joinMember, join, { code: 'member.joined_already' })
  await four(
    teller,
    setPin,
    { memberId, pin: '204060' },
    { code: 'member.pin_weak', input: { memberId, pin: '123456' } },
  )
  const unknown = { code: 'member.unknown', input: { memberId: unitId } }
  await four(teller, renewClaimCode, { memberId }, unknown)
  const lines = [{ materialId: materials.pet, quantity: 1000 }]
  const gone = { unitId, memberId: person.memberId, deviceId, lines }
  const deposit = { ...gone, memberId }
  const { depositId, memberShare } = await four(teller, recordDeposit, deposit, { code: 'member.left', input: gone })

  const withPhone = await unit.member({ phone: '081298765432' })
  const code = { unitId, memberId: withPhone.memberId, amount: 1000 }
  await four(teller, sendWithdrawalCode, code, { code: 'withdrawal.no_phone', input: { ...code, memberId } })
  const confirmation = { by: 'pin', pin: '204060' } as const
  const pay = { unitId, memberId, amount: memberShare, deviceId, confirmation }
  await four(teller, payWithdrawal, pay, { code: 'withdrawal.insufficient' })
  const again = await teller.do(recordDeposit, deposit)
  const reverse = { depositId: again.depositId, reason: 'Salah bahan', deviceId }
  await four(teller, reverseDeposit, reverse, { code: 'deposit.reversed_already' })
  expect(depositId).not.toBe(again.depositId)
  await four(teller, leaveMember, { memberId }, { code: 'member.left_already' })

  const close = { unitId, closedOn: '2026-10-10', reason: 'Bergabung dengan unit lain' }
  expect(await refusedWith(city, admin.do(closeUnit, close))).toMatchObject({ code: 'waste_unit.day_still_open' })
  const cash = 50_000 - memberShare
  await four(teller, closeDay, { unitId, counted: cash }, { code: 'day.not_open' })
  const shut = { ...deposit, memberId: withPhone.memberId }
  expect(await refusedWith(city, teller.do(recordDeposit, shut))).toMatchObject({ code: 'day.not_open' })
  await four(second, openDay, { unitId, counted: cash }, { code: 'day.open_already' })

  city.clock.set('2026-10-11T02:00:00.000Z')
  expect(await refusedWith(city, teller.do(recordDeposit, shut))).toMatchObject({ code: 'day.open_from_before' })
  const late = await teller.do(recordDeposit, { ...shut, businessDay: '2026-10-10' })
  const paid = { ...pay, memberId: withPhone.memberId, amount: late.memberShare }
  expect(await refusedWith(city, teller.do(payWithdrawal, paid))).toMatchObject({ code: 'day.open_from_before' })
  city.clock.set('2026-10-10T02:41:00.000Z')
  await teller.do(closeDay, { unitId, counted: cash })
  await four(admin, closeUnit, close, { code: 'waste_unit.closed_already' })
  expect(await refusedWith(city, teller.do(openDay, { unitId, counted: cash }))).toMatchObject({
    code: 'waste_unit.closed',
  })
  expect((await verify(city.app)).findings).toEqual([])
})
