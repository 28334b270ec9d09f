import type { IndicatorDefinition } from '../../../kernel/indicator/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { PortfolioTables } from '../tables.ts'

type Reader = Pick<ReadOnly<PortfolioTables>, 'selectFrom'>

const unknown = (field: string) => refuse('claim.unknown', {}, { field, kind: 'not_found' })

/** @throws Refusal `claim.unknown` */
export async function placeOfClaim(db: object, claimId: string): Promise<string> {
  const claim = await (db as Reader).selectFrom('claim').select('placeId').where('id', '=', claimId).executeTakeFirst()
  if (!claim) throw unknown('claimId')
  return claim.placeId
}

/** @throws Refusal `claim.unknown` */
export async function placeOfPin(db: object, pinId: string): Promise<string> {
  return (await findPin(db as Reader, pinId)).placeId
}

/** A pin with the claim that it belongs to. @throws Refusal `claim.unknown` */
export async function findPin(db: Reader, pinId: string) {
  const pin = await joined(db).where('pin.id', '=', pinId).executeTakeFirst()
  if (!pin) throw unknown('pinId')
  return pin
}

/** By what stands in the QR. @throws Refusal `claim.unknown` */
export async function findPinByToken(db: Reader, token: string) {
  const pin = await joined(db).where('claim.token', '=', token).executeTakeFirst()
  if (!pin) throw unknown('token')
  return pin
}

function joined(db: Reader) {
  return db
    .selectFrom('pin')
    .innerJoin('claim', 'claim.id', 'pin.claimId')
    .selectAll('pin')
    .select(['claim.number', 'claim.textId', 'claim.textEn', 'claim.token', 'claim.documentHash', 'claim.placeId'])
    .select(['claim.withdrawnAt', 'claim.withdrawnReason', 'claim.madeAt as claimMadeAt'])
}

export function definitionOf(indicators: ReadonlyMap<string, IndicatorDefinition>, name: string): IndicatorDefinition {
  const definition = indicators.get(name)
  if (!definition) throw refuse('indicator.unknown', { name }, { kind: 'not_found' })
  return definition
}

/** The question that a pin answered, as the engine asks it. */
export function filterOf(pin: {
  indicator: string
  filterPlaceId: string | null
  filterDimension: string | null
  fromDay: string | null
  businessAsOf: string
  recordedAsOf: string
}) {
  return {
    name: pin.indicator,
    ...(pin.filterPlaceId === null ? {} : { placeId: pin.filterPlaceId }),
    ...(pin.filterDimension === null ? {} : { dimension: pin.filterDimension }),
    ...(pin.fromDay === null ? {} : { from: pin.fromDay }),
    businessAsOf: pin.businessAsOf,
    recordedAsOf: pin.recordedAsOf,
  }
}
