import type { ColumnType } from 'kysely'
import type { Measure } from '../../kernel/money/contract.ts'

type Written = ColumnType<string, string, never>

/** A waste bank unit (BSU). Its id is the id of its place, so that permissions are given at it. */
export interface WasteUnitTable {
  id: string
  /** Two to four capital letters, first part of every receipt number: `HD`. */
  code: string
  /** A line that tells two units of one name apart. */
  address: string
  openedOn: string
  closedOn: string | null
  /** Cash box, savings and stock live in the ledger; these are the unit's own accounts. */
  cashAccountId: string
  shareAccountId: string
  stockValueAccountId: string
  cashOutsideAccountId: string
  cashDifferenceAccountId: string
}

/** What can be brought. City-wide; a unit takes what stands on its price list. */
export interface MaterialTable {
  id: string
  code: string
  nameId: string
  nameEn: string
  category: string
  measure: Measure
  /** Key of the drawing in the material picker. */
  picture: string
  commodityId: string
  validFrom: string
  validTo: string | null
}

/** Stock accounts of a unit for one material: what it holds, and where it came from. */
export interface UnitMaterialTable {
  id: string
  unitId: string
  materialId: string
  /** Favourite order on the teller's screen, 1 first. */
  position: number
  stockAccountId: string
  receivedAccountId: string
}

/** A dated list; it holds until the next one of the unit begins. */
export interface PriceListTable {
  id: string
  unitId: string
  validFrom: string
  madeBy: string
  madeAt: Written
  withdrawnAt: string | null
}

export interface PriceTable {
  id: string
  listId: string
  materialId: string
  /** Rupiah for one kilogram, litre or piece. */
  rupiah: number
}

/** `percentage`: the member gets a part of the line. `margin`: the member gets all of it, the unit earns at the sale. */
export interface SharingRuleTable {
  id: string
  unitId: string
  validFrom: string
  kind: 'percentage' | 'margin'
  memberBasisPoints: number
  madeBy: string
  madeAt: Written
}

export interface UnitLimitTable {
  id: string
  unitId: string
  validFrom: string
  /** A line above this needs a second person. Grams, or the measure's own base. */
  lineMax: number
  /** A line above this many times the member's median is asked again. */
  medianFactor: number
  madeBy: string
  madeAt: Written
}

export interface MemberTable {
  id: string
  unitId: string
  personId: string
  number: number
  /** In the card's QR: finds the member, and nothing more. */
  cardToken: string
  /** Keyed hash of the code on card and receipt by which a member claims the membership. */
  claimHash: string
  savingsAccountId: string
  joinedOn: string
  leftOn: string | null
  /** argon2 of the PIN with which a member confirms a withdrawal; none until the member sets one. */
  pinHash: string | null
}

/** A day at the scales: from counted cash to counted cash. */
export interface WeighingDayTable {
  id: string
  unitId: string
  businessDay: string
  openedAt: Written
  openedBy: string
  countedOpening: number
  closedAt: string | null
  closedBy: string | null
  countedClosing: number | null
  /** Counted minus booked; booked as a difference, never hidden. */
  difference: number | null
  note: string | null
}

export interface DepositTable {
  id: string
  number: string
  unitId: string
  memberId: string
  dayId: string | null
  businessDay: string
  recordedAt: Written
  recordedBy: string
  coSignedBy: string | null
  transferId: string
  total: number
  memberShare: number
  unitShare: number
  sharingRuleId: string
  /** In the receipt's QR. */
  token: string
  deviceId: string
  source: 'counter' | 'import'
}

/**
 * One material of one deposit, as weighed and priced then. A reversal writes the same lines again with the sign turned,
 * so that every figure is a plain sum over these rows.
 */
export interface WeighingTable {
  id: string
  depositId: string
  reversalId: string | null
  line: number
  unitId: string
  memberId: string
  materialId: string
  businessDay: string
  recordedAt: Written
  timeliness: 'same_day' | 'within_week' | 'later' | 'imported'
  /** Signed: grams, millilitres or pieces. */
  quantity: number
  /** Rupiah for one kilogram, litre or piece. */
  price: number
  amount: number
  memberShare: number
}

export interface DepositReversalTable {
  id: string
  number: string
  depositId: string
  unitId: string
  dayId: string | null
  reason: string
  businessDay: string
  recordedAt: Written
  recordedBy: string
  approvedBy: string | null
  transferId: string
  /** What the member had already taken out and now owes. */
  receivable: number
}

export interface WithdrawalTable {
  id: string
  number: string
  unitId: string
  memberId: string
  dayId: string
  businessDay: string
  recordedAt: Written
  recordedBy: string
  amount: number
  transferId: string
  confirmedBy: 'code' | 'pin' | 'signature'
  token: string
  deviceId: string
}

/** The signature as drawn: an SVG path of at most 8,000 characters. */
export interface WithdrawalSignatureTable {
  id: string
  personId: string
  strokes: string
}

/** A code sent to a member for one withdrawal of one amount. */
export interface WithdrawalCodeTable {
  id: string
  memberId: string
  amount: number
  codeHash: string
  madeAt: Written
  expiresAt: string
  usedAt: string | null
}

export interface WasteBankTables {
  wasteUnit: WasteUnitTable
  material: MaterialTable
  unitMaterial: UnitMaterialTable
  priceList: PriceListTable
  price: PriceTable
  sharingRule: SharingRuleTable
  unitLimit: UnitLimitTable
  member: MemberTable
  weighingDay: WeighingDayTable
  deposit: DepositTable
  weighing: WeighingTable
  depositReversal: DepositReversalTable
  withdrawal: WithdrawalTable
  withdrawalSignature: WithdrawalSignatureTable
  withdrawalCode: WithdrawalCodeTable
}
