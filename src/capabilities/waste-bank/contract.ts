import { z } from 'zod'
import { CivilDate, Instant } from '../../kernel/clock/contract.ts'
import { Id, PublicToken } from '../../kernel/id/contract.ts'
import { BasisPoints, Measure } from '../../kernel/money/contract.ts'
import { pageInput, pageOf, personal, RupiahAmount, secret } from '../../kernel/schema/contract.ts'
import { QUANTITY_MAX } from './rules/quantity.ts'

/** Roles of the room and what each may do; the manifest gives these to the registry. */
export const permissions = {
  'waste.unit.manage': ['city_admin', 'waste_city_manager'],
  'waste.material.manage': ['city_admin', 'waste_city_manager'],
  'waste.rules.manage': ['city_admin', 'waste_city_manager', 'waste_manager'],
  'waste.read': ['city_admin', 'waste_city_manager', 'waste_manager', 'teller', 'auditor', 'smart_city_team'],
  'waste.record': ['waste_manager', 'teller'],
  'waste.co_sign': ['waste_manager', 'teller'],
  'waste.import': ['waste_manager', 'waste_city_manager'],
} as const

/** A material as receipts and lists name it. */
export const named = { nameId: z.string(), nameEn: z.string(), measure: Measure }
export const unitAt = { unitName: z.string(), kelurahan: z.string() }

const Note = z.string().trim().min(3).max(200)
const UnitCode = z.string().regex(/^[A-Z]{2,4}$/)
const Pin = z.string().regex(/^\d{6}$/)

/** A second person who vouches at the same device. */
export const CoSign = z.strictObject({
  userName: z.string().trim().min(1).max(100),
  password: secret(z.string().min(1).max(200)),
})

// ── units and rules ────────────────────────────────────────────────────────────────────────────────────────────────

export const AddUnit = z.strictObject({
  kelurahanId: Id,
  name: z.string().trim().min(3).max(80),
  code: UnitCode.meta({ examples: ['BS'] }),
  address: z.string().trim().max(120).default(''),
  openedOn: CivilDate,
})
export const CloseUnit = z.strictObject({ unitId: Id, closedOn: CivilDate, reason: Note })

export const AddMaterial = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{2,30}$/),
  nameId: z.string().trim().min(2).max(60),
  nameEn: z.string().trim().min(2).max(60),
  category: z.string().trim().min(2).max(40),
  measure: Measure,
  picture: z.string().max(40),
  validFrom: CivilDate,
})
export const CloseMaterial = z.strictObject({ materialId: Id, validTo: CivilDate })

export const PriceEntry = z.strictObject({ materialId: Id, rupiah: RupiahAmount })
export const SetPrices = z.strictObject({
  unitId: Id,
  validFrom: CivilDate,
  prices: z.array(PriceEntry).min(1).max(200),
})
export const WithdrawPrices = z.strictObject({ listId: Id, reason: Note })

export const SetSharing = z.strictObject({
  unitId: Id,
  validFrom: CivilDate,
  kind: z.enum(['percentage', 'margin']),
  memberBasisPoints: BasisPoints,
})
export const SetLimit = z.strictObject({
  unitId: Id,
  validFrom: CivilDate,
  /** Grams, millilitres or pieces. */
  lineMax: z.int().min(1).max(QUANTITY_MAX),
  medianFactor: z.int().min(2).max(1000),
})
export const OrderMaterials = z.strictObject({ unitId: Id, materialIds: z.array(Id).min(1).max(200) })

// ── members ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const JoinMember = z.strictObject({
  unitId: Id,
  /** A person whom the city knows already; else the fields below make one. */
  personId: Id.optional(),
  fullName: personal(z.string().trim().min(2).max(80)).optional(),
  birthYear: personal(z.int().min(1900).max(2100)).optional(),
  phone: personal(z.string().trim().max(20)).optional(),
  address: personal(z.string().trim().max(120)).optional(),
  nik: personal(z.string().trim().max(30)).optional(),
  /** From the old book; the next free one unless given. */
  number: z.int().min(1).max(99_999).optional(),
  joinedOn: CivilDate.optional(),
})
export const Joined = z.strictObject({
  memberId: Id,
  personId: Id,
  number: z.int(),
  cardToken: PublicToken,
  /** Shown once, printed on the card: with the year of birth it claims the membership. */
  claimCode: secret(z.string()),
})
export const ClaimMembership = z.strictObject({
  code: secret(z.string().trim().min(4).max(20)),
  birthYear: personal(z.int().min(1900).max(2100)),
})
export const SetPin = z.strictObject({ memberId: Id, pin: secret(Pin.meta({ examples: ['274913'] })) })

// ── a day at the scales ────────────────────────────────────────────────────────────────────────────────────────────

export const OpenDay = z.strictObject({ unitId: Id, counted: RupiahAmount, note: Note.optional() })
export const CloseDay = z.strictObject({ unitId: Id, counted: RupiahAmount, note: Note.optional() })

export const DepositLine = z.strictObject({
  materialId: Id,
  /** Whole grams, millilitres or pieces. */
  quantity: z.int().min(1, { error: 'deposit.weight_zero' }).max(QUANTITY_MAX),
})
export const RecordDeposit = z.strictObject({
  unitId: Id,
  memberId: Id,
  lines: z.array(DepositLine).min(1).max(40),
  deviceId: Id,
  /** When the device weighed it, by its own clock; the server's time rules. */
  weighedAt: Instant.optional(),
  /** For an entry made later from a paper note. */
  businessDay: CivilDate.optional(),
  /** A number that the device has given already while it was offline. */
  number: z.string().max(24).optional(),
  coSign: CoSign.optional(),
})

export const ReceiptLine = z.strictObject({
  materialId: Id,
  ...named,
  quantity: z.int(),
  price: z.int(),
  amount: z.int(),
  memberShare: z.int(),
})
export const Receipt = z.strictObject({
  id: Id,
  kind: z.enum(['deposit', 'withdrawal', 'reversal']),
  number: z.string(),
  unitId: Id,
  ...unitAt,
  memberId: Id,
  memberNumber: z.int(),
  memberName: personal(z.string()),
  tellerName: z.string(),
  businessDay: CivilDate,
  recordedAt: Instant,
  lines: z.array(ReceiptLine),
  total: z.int(),
  memberShare: z.int(),
  unitShare: z.int(),
  memberBasisPoints: z.int(),
  /** Balance after this document, at the time it is looked at only if it is the last; null when not told. */
  balanceAfter: z.int().nullable(),
  token: z.string(),
  transferId: Id,
  proof: z.string(),
  reversedBy: z.strictObject({ number: z.string(), reason: z.string(), recordedAt: Instant }).nullable(),
})
export type Receipt = z.output<typeof Receipt>

export const DepositSaved = z.strictObject({
  depositId: Id,
  number: z.string(),
  token: z.string(),
  total: z.int(),
  memberShare: z.int(),
  unitShare: z.int(),
  balance: z.int(),
  /** Set when the device's clock was more than an hour away from the server's. */
  clockOffMinutes: z.int().nullable(),
})

export const ReverseDeposit = z.strictObject({
  depositId: Id,
  reason: Note,
  deviceId: Id,
  coSign: CoSign.optional(),
})
export const DepositReversed = z.strictObject({
  reversalId: Id,
  number: z.string(),
  receivable: z.int(),
  balance: z.int(),
})

export const SendWithdrawalCode = z.strictObject({ unitId: Id, memberId: Id, amount: RupiahAmount })
export const PayWithdrawal = z.strictObject({
  unitId: Id,
  memberId: Id,
  amount: z.int().min(1, { error: 'withdrawal.amount_zero' }).max(100_000_000),
  deviceId: Id,
  confirmation: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('code'), code: secret(z.string().trim().min(4).max(12)) }),
    z.strictObject({ by: z.literal('pin'), pin: secret(Pin.meta({ examples: ['274913'] })) }),
    z.strictObject({ by: z.literal('signature'), strokes: personal(z.string().min(20).max(8000)) }),
  ]),
})
export const WithdrawalPaid = z.strictObject({
  withdrawalId: Id,
  number: z.string(),
  token: z.string(),
  amount: z.int(),
  balance: z.int(),
})

// ── what is asked ──────────────────────────────────────────────────────────────────────────────────────────────────

export const UnitRow = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  kelurahan: z.string(),
  address: z.string(),
  openedOn: CivilDate,
  closedOn: CivilDate.nullable(),
  members: z.int(),
  lastWeighingOn: CivilDate.nullable(),
})
export const ListUnits = z.strictObject({
  search: z.string().trim().max(60).default(''),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  sort: z.enum(['name', 'kelurahan', 'lastWeighing']).default('name'),
  ...pageInput,
})
export const UnitPage = pageOf(UnitRow)

export const MaterialRow = z.strictObject({
  id: Id,
  code: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  category: z.string(),
  measure: Measure,
  picture: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate.nullable(),
})
export const ListMaterials = z.strictObject({
  search: z.string().trim().max(60).default(''),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  ...pageInput,
})
export const MaterialPage = pageOf(MaterialRow)

export const TodayPrice = z.strictObject({
  materialId: Id,
  ...named,
  picture: z.string(),
  category: z.string(),
  rupiah: z.int(),
  position: z.int(),
})
export const PriceList = z.strictObject({
  unitId: Id,
  ...unitAt,
  day: CivilDate,
  listId: Id.nullable(),
  validFrom: CivilDate.nullable(),
  sharing: z
    .strictObject({ kind: z.enum(['percentage', 'margin']), memberBasisPoints: z.int(), validFrom: CivilDate })
    .nullable(),
  prices: z.array(TodayPrice),
})
export type PriceList = z.output<typeof PriceList>
export const GetPrices = z.strictObject({ unitId: Id, day: CivilDate.optional() })

export const MemberRow = z.strictObject({
  memberId: Id,
  personId: Id,
  number: z.int(),
  fullName: personal(z.string()),
  birthYear: z.int().nullable(),
  phoneEnd: z.string().nullable(),
  nikEnd: z.string().nullable(),
  balance: z.int(),
  lastDepositOn: CivilDate.nullable(),
  leftOn: CivilDate.nullable(),
  hasPin: z.boolean(),
  hasPhone: z.boolean(),
})
export type MemberRow = z.output<typeof MemberRow>
/** By name, number or the card's QR text; an empty search lists everybody by number. */
export const FindMembers = z.strictObject({ unitId: Id, search: z.string().trim().max(80).default(''), ...pageInput })
export const MemberPage = pageOf(MemberRow)
export const GetMember = z.strictObject({ memberId: Id })

export const DayState = z.strictObject({
  unitId: Id,
  ...unitAt,
  today: CivilDate,
  cash: z.int(),
  open: z
    .strictObject({
      dayId: Id,
      businessDay: CivilDate,
      openedAt: Instant,
      openedBy: z.string(),
      countedOpening: z.int(),
    })
    .nullable(),
  lastClosed: z.strictObject({ businessDay: CivilDate, countedClosing: z.int(), difference: z.int() }).nullable(),
})
export const GetDay = z.strictObject({ unitId: Id })

export const DayRecap = z.strictObject({
  dayId: Id,
  unitId: Id,
  unitName: z.string(),
  businessDay: CivilDate,
  openedAt: Instant,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  countedOpening: z.int(),
  deposits: z.int(),
  members: z.int(),
  grams: z.int(),
  total: z.int(),
  memberShare: z.int(),
  unitShare: z.int(),
  withdrawals: z.int(),
  paidOut: z.int(),
  reversals: z.int(),
  expectedCash: z.int(),
  countedClosing: z.int().nullable(),
  difference: z.int().nullable(),
  note: z.string().nullable(),
  materials: z.array(
    z.strictObject({ nameId: z.string(), nameEn: z.string(), measure: Measure, quantity: z.int(), amount: z.int() }),
  ),
})
export const GetRecap = z.strictObject({ dayId: Id })
export const ListDays = z.strictObject({ unitId: Id, ...pageInput })
export const DayRow = z.strictObject({
  dayId: Id,
  businessDay: CivilDate,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  deposits: z.int(),
  total: z.int(),
  difference: z.int().nullable(),
})
export const DayPage = pageOf(DayRow)

export const ReceiptRow = z.strictObject({
  id: Id,
  kind: z.enum(['deposit', 'withdrawal', 'reversal']),
  number: z.string(),
  recordedAt: Instant,
  businessDay: CivilDate,
  memberName: personal(z.string()),
  memberNumber: z.int(),
  amount: z.int(),
  reversed: z.boolean(),
})
export const ListReceipts = z.strictObject({
  unitId: Id,
  search: z.string().trim().max(60).default(''),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  kind: z.enum(['all', 'deposit', 'withdrawal', 'reversal']).default('all'),
  sort: z.enum(['newest', 'oldest', 'amount']).default('newest'),
  ...pageInput,
})
export const ReceiptPage = pageOf(ReceiptRow)
export const GetReceipt = z.strictObject({ receiptId: Id })

/** Behind the QR: unit, day, lines, amount, initials; never balance, name or NIK. */
export const PublicReceipt = z.strictObject({
  number: z.string(),
  kind: z.enum(['deposit', 'withdrawal']),
  ...unitAt,
  businessDay: CivilDate,
  recordedAt: Instant,
  initials: z.string(),
  lines: z.array(
    z.strictObject({
      ...named,
      quantity: z.int(),
      price: z.int(),
      amount: z.int(),
    }),
  ),
  total: z.int(),
  proof: z.string(),
  reversed: z.boolean(),
})
export const GetPublicReceipt = z.strictObject({ token: PublicToken })

/** The rooms of a manager, for every page that stands among them. */
export { managerNav } from './rules/manager-nav.ts'
