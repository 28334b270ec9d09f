import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, it } from 'vitest'
import { addDays, businessDay, systemClock } from '../../src/kernel/clock/index.ts'
import { newId } from '../../src/kernel/id/index.ts'
import { asTeller } from './as-teller.ts'

const figure = async () => (await fetch(`${inject('site')}/angka/waste.weight`)).text()

it('a new weighing is in the public figure, which is kept for everybody, within five seconds', async () => {
  const ask = await asTeller()
  const units = await ask<{ rows: { id: string }[] }>('queries/waste_unit.list', {})
  const unitId = units.rows[0]?.id ?? ''
  const members = await ask<{ rows: { memberId: string }[] }>('queries/member.find', { unitId })
  const prices = await ask<{ prices: { materialId: string; measure: string }[] }>('queries/price.today', { unitId })
  const before = await figure()
  const sum = /([\d.]+(?:,\d+)?) kg/.exec(before)?.[1]
  expect(sum).toBeTruthy()
  // Of yesterday, so that no day need be open.
  const day = addDays(businessDay(systemClock.now(), 'Asia/Jakarta'), -1)
  const materialId = prices.prices.find(({ measure }) => measure === 'gram')?.materialId
  await ask('operations/deposit.record', {
    unitId,
    memberId: members.rows[0]?.memberId,
    deviceId: newId(systemClock),
    businessDay: day,
    lines: [{ materialId, quantity: 1000 }],
  })
  const end = performance.now() + 5_000
  while (/([\d.]+(?:,\d+)?) kg/.exec(await figure())?.[1] === sum) {
    if (performance.now() > end) throw new Error('The figure is five seconds old')
    await pause(100)
  }
})
