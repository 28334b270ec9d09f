import { z } from 'zod'
import { CivilDate, Instant } from '../../kernel/clock/contract.ts'
import { Id, PublicToken } from '../../kernel/id/contract.ts'
import { figureHead, FigureFilter, OpenedRows, Timeliness } from '../../kernel/indicator/contract.ts'
import { pageInput, pageOf } from '../../kernel/schema/contract.ts'
import { FIGURE } from './rules/claim-sentence.ts'

export const permissions = {
  'indicator.open': ['city_admin', 'auditor', 'smart_city_team', 'waste_city_manager', 'waste_manager', 'teller'],
  'claim.read': ['city_admin', 'auditor', 'smart_city_team', 'waste_city_manager', 'waste_manager'],
  'claim.make': ['city_admin', 'smart_city_team'],
  'claim.draw': ['city_admin', 'smart_city_team', 'auditor', 'review_guest'],
  'review.guest': ['review_guest', 'auditor', 'smart_city_team', 'city_admin'],
} as const

const Sentence = z
  .string()
  .trim()
  .min(10)
  .max(300)
  .refine((text) => text.split(FIGURE).length === 2, { params: { code: 'claim.text_without_figure' } })
  .meta({ examples: [`Warga mengumpulkan ${FIGURE} kg pada 2026.`] })
const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 as 64 hexadecimal digits', examples: ['0'.repeat(64)] })

const { recordedAsOf: _asItStands, ...filter } = FigureFilter.shape

export const MakeClaim = z.strictObject({
  programmeId: Id.optional(),
  /** With `[angka]` once, where the figure stands. */
  textId: Sentence,
  textEn: Sentence,
  ...filter,
})
export const ClaimMade = z.strictObject({
  claimId: Id,
  pinId: Id,
  number: z.string(),
  token: PublicToken,
  documentHash: Hash,
  root: Hash,
  n: z.int(),
  amount: z.int(),
})

export const WithdrawClaim = z.strictObject({ claimId: Id, reason: z.string().trim().min(3).max(200) })

export const SAMPLE_MAX = 200
export const DrawPin = z.strictObject({
  pinId: Id,
  k: z.int().min(1).max(SAMPLE_MAX),
  /** Made by dice or taken from a newspaper; the program makes one when it is left out. */
  seed: z.string().trim().min(1).max(100).optional(),
})
export const Drawn = z.strictObject({ drawId: Id, seed: z.string(), drawnIds: z.array(Id) })

// ── what is asked ──────────────────────────────────────────────────────────────────────────────────────────────────

const Sum = z.strictObject({ n: z.int(), amount: z.int() })

/** What anybody sees behind the QR; nothing of a person. */
export const PublicClaim = z.strictObject({
  number: z.string(),
  token: PublicToken,
  sentenceId: z.string(),
  sentenceEn: z.string(),
  madeAt: Instant,
  documentHash: Hash,
  withdrawn: z.strictObject({ at: Instant, reason: z.string() }).nullable(),
  claimId: Id,
  pinId: Id,
  root: Hash,
  ...figureHead,
  dimensionName: z.strictObject({ id: z.string(), en: z.string() }).nullable(),
  n: z.int(),
  amount: z.int(),
  timeliness: z.array(z.strictObject({ timeliness: Timeliness, n: z.int() })),
  reported: z.int(),
  population: z.int(),
  /**
   * Today's value of the same days. `same`: nothing was recorded since. `apart`: late entries and reversals, each.
   * `together`: both in one sum, because one kind is of fewer than five. `few`: fewer than five in all, not told.
   */
  today: z.strictObject({
    state: z.enum(['same', 'few', 'together', 'apart']),
    amount: z.int().nullable(),
    n: z.int().nullable(),
    late: Sum.nullable(),
    reversed: Sum.nullable(),
  }),
  draws: z.array(z.strictObject({ drawId: Id, k: z.int(), madeAt: Instant })),
})
export type PublicClaim = z.output<typeof PublicClaim>
export const GetPublicClaim = z.strictObject({ token: PublicToken })

export const CheckPaper = z.strictObject({ token: PublicToken, sha256: Hash })
export const PaperChecked = z.strictObject({ number: z.string(), isRecord: z.boolean(), isWithdrawn: z.boolean() })

export const ClaimPage = z.strictObject({ number: z.string(), pdf: z.base64() })

const ClaimRow = z.strictObject({
  claimId: Id,
  pinId: Id,
  number: z.string(),
  sentenceId: z.string(),
  sentenceEn: z.string(),
  place: z.string(),
  madeAt: Instant,
  n: z.int(),
  token: PublicToken,
  withdrawnAt: Instant.nullable(),
})
export const ListClaims = z.strictObject({
  search: z.string().trim().max(60).default(''),
  status: z.enum(['standing', 'withdrawn', 'all']).default('all'),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  ...pageInput,
})
export const ClaimPageOf = pageOf(ClaimRow)

export const VerifyPin = z.strictObject({ pinId: Id })
export const PinVerified = z.strictObject({
  pinId: Id,
  n: z.int(),
  root: Hash,
  /** The stored contributions still give the root. */
  rootHolds: z.boolean(),
  /** Ids of records that are not as they were when pinned. */
  changed: z.array(Id),
  missing: z.array(Id),
})

/** Enough to compute the root and to draw again, and nothing about anyone. */
export const ListContributions = z.strictObject({ pinId: Id, ...pageInput })
export const ContributionPage = pageOf(z.strictObject({ id: Id, rowHash: z.string() }))

export const GetDraw = z.strictObject({ drawId: Id })
export const Draw = z.strictObject({
  drawId: Id,
  pinId: Id,
  number: z.string(),
  token: PublicToken,
  sentenceId: z.string(),
  sentenceEn: z.string(),
  k: z.int(),
  n: z.int(),
  seed: z.string(),
  seedGiven: z.boolean(),
  algorithm: z.string(),
  madeAt: Instant,
  root: Hash,
  drawn: z.array(z.strictObject({ id: Id, hash: Hash, rowHash: z.string() })),
})

/** The records of a pin, or of one draw of it, with masked names. */
export const OpenGuest = z.strictObject({ pinId: Id, drawId: Id.optional(), ...pageInput })
const { dimension: _d, from: _f, businessAsOf: _b, recordedAsOf: _r, place: _p, ...openedShape } = OpenedRows.shape
export const OpenedGuest = z.strictObject({
  ...openedShape,
  businessAsOf: CivilDate,
  recordedAsOf: Instant,
})
