import { openTestCity } from '../../../test/city.ts'
import { addPicker, orchardManifest, pick } from '../../kernel/indicator/testing.ts'
import { makeClaim } from './operations/make-claim.ts'

export const SENTENCE = {
  textId: 'Kebun Satu memetik [angka] apel pada Oktober.',
  textEn: 'Kebun Satu picked [angka] of apples in October.',
}
export const OCTOBER = { name: 'apple.weight', from: '2026-10-01', businessAsOf: '2026-10-09' }

/** An orchard with twelve pickings of 1.5 kg each, and somebody of the team who may make claims of it. */
export async function openOrchard() {
  const city = await openTestCity({ manifests: [orchardManifest] })
  const orchardId = await city.addPlace({ kind: 'orchard', name: 'Kebun Satu' })
  const pickerId = await city.system.do(addPicker, { name: 'Siti Aminah' })
  const picking = { orchardId, sort: 'red', timeliness: 'same_day' as const, grams: 1500, pickerId }
  const pickMore = (n: number, row: { pickedOn: string; grams?: number; timeliness?: 'later' }) =>
    city.system.do(pick, { rows: Array.from({ length: n }, () => ({ ...picking, ...row })) })
  await pickMore(12, { pickedOn: '2026-10-03' })
  const team = await city.userWith({ roles: ['smart_city_team'] })
  return {
    city,
    orchardId,
    team,
    pickMore,
    claim: (key?: string) => team.do(makeClaim, { ...SENTENCE, ...OCTOBER }, key === undefined ? {} : { key }),
  }
}
export type Orchard = Awaited<ReturnType<typeof openOrchard>>
