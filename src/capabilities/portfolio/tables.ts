import type { ColumnType } from 'kysely'
import type { Timeliness } from '../../kernel/indicator/contract.ts'

type Written = ColumnType<string, string, never>

/** What the city runs under one name, and whose it is. */
export interface ProgrammeTable {
  id: string
  code: string
  nameId: string
  nameEn: string
  pillar: Pillar
  /** The department that answers for it. */
  owner: string
}
export type Pillar = 'governance' | 'branding' | 'economy' | 'living' | 'society' | 'environment'

/** One sentence with one figure in it, made public with its proof. */
export interface ClaimTable {
  id: string
  /** `KL-2026-000001`. */
  number: string
  programmeId: string | null
  /** The sentence, with `[angka]` where the figure stands. */
  textId: string
  textEn: string
  placeId: string
  madeBy: string
  madeAt: Written
  /** In the QR. */
  token: string
  /** SHA-256 of the one-page PDF, in hexadecimal. */
  documentHash: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

/** The page as it was given out, so that its hash never depends on a later program. */
export interface ClaimDocumentTable {
  id: string
  pdf: Buffer
}

/** Running number of claims, without a gap. */
export interface ClaimSeriesTable {
  year: number
  next: number
}

/** A figure as it stood, with the root over everything that it counted. */
export interface PinTable {
  id: string
  claimId: string
  indicator: string
  filterPlaceId: string | null
  filterDimension: string | null
  fromDay: string | null
  businessAsOf: string
  recordedAsOf: string
  n: number
  amount: number
  root: string
  timeliness: Record<Timeliness, number>
  reported: number
  population: number
  madeAt: Written
}

export interface PinContributionTable {
  pinId: string
  contributionId: string
  rowHash: string
  amount: number
}

/** A random sample of a pin that anybody can draw again. */
export interface DrawTable {
  id: string
  pinId: string
  k: number
  seed: string
  /** True when the drawer brought the seed (dice, a newspaper's number); else the program made it. */
  seedGiven: boolean
  algorithm: string
  drawnIds: string[]
  madeBy: string
  madeAt: Written
}

export interface PortfolioTables {
  programme: ProgrammeTable
  claim: ClaimTable
  claimDocument: ClaimDocumentTable
  claimSeries: ClaimSeriesTable
  pin: PinTable
  pinContribution: PinContributionTable
  draw: DrawTable
}
