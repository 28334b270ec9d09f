import { createHash } from 'node:crypto'
import { can } from '../../../kernel/access/index.ts'
import { yearOf } from '../../../kernel/clock/index.ts'
import { pinFigure, SMALLEST_SHOWN } from '../../../kernel/indicator/index.ts'
import { publish } from '../../../kernel/live/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { ClaimMade, MakeClaim } from '../contract.ts'
import { claimPage } from '../documents/claim-page.ts'
import { rootPlace } from '../queries/root-place.ts'
import type { PortfolioTables } from '../tables.ts'

type Context = OperationContext<PortfolioTables>

/** Two claims at one moment want one number; the second waits for the first and takes the next. */
const NUMBER_TRIES = 20

export const makeClaim = operation<PortfolioTables>()({
  name: 'claim.make',
  about: 'Makes a sentence with a figure public: pins every record that the figure counts, and makes its page.',
  input: MakeClaim,
  output: ClaimMade,
  allow: can<{ placeId?: string | undefined }>(
    'claim.make',
    async (db, input) => input.placeId ?? (await rootPlace(db)),
  ),
  async run(context, { programmeId, textId, textEn, ...filter }) {
    const { write, now, today, newId, newToken, userId } = context
    if (programmeId !== undefined) await requireProgramme(context, programmeId)
    const { head, label, contributions, ...pinned } = await pinFigure(context, { ...filter })
    if (pinned.n === 0) throw refuse('claim.nothing_to_count', {}, { field: 'name' })
    // Shown to everybody, a figure of so few would be somebody's own.
    if (pinned.n < SMALLEST_SHOWN) throw refuse('claim.too_few', { min: SMALLEST_SHOWN }, { field: 'name' })

    const number = await nextNumber(context, yearOf(today))
    const token = newToken()
    const publicUrl = context.sentFrom.origin ?? ''
    const texts = { textId, textEn }
    const { name: cityName, zone, demo } = context.city
    const setting = { cityName, zone, isSample: demo, address: `${publicUrl}/klaim/${token}`, madeAt: now }
    const pdf = await claimPage({ number, ...texts, head, label, ...pinned, ...setting })
    const documentHash = createHash('sha256').update(pdf).digest('hex')
    const claim = await write.insert('claim', {
      id: newId(),
      number,
      programmeId: programmeId ?? null,
      ...texts,
      placeId: head.place?.id ?? (await rootPlace(context.tx)),
      madeBy: userId(),
      madeAt: now,
      token,
      documentHash,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    })
    await write.insert('claimDocument', { id: claim.id, pdf })
    const { n, amount, root, timeliness, reported, population } = pinned
    const pin = await write.insert('pin', {
      id: newId(),
      claimId: claim.id,
      indicator: head.name,
      filterPlaceId: head.place?.id ?? null,
      filterDimension: head.dimension,
      fromDay: head.from,
      businessAsOf: head.businessAsOf,
      recordedAsOf: head.recordedAsOf,
      n,
      amount,
      root,
      timeliness,
      reported,
      population,
      madeAt: now,
    })
    await write.insertMany(
      'pinContribution',
      contributions.map(({ id, rowHash, amount: each }) => ({
        pinId: pin.id,
        contributionId: id,
        rowHash,
        amount: each,
      })),
    )
    await publish(context, 'public-data', claim.id)
    return { claimId: claim.id, pinId: pin.id, number, token, documentHash, root, n, amount }
  },
})

async function requireProgramme({ tx }: Context, id: string): Promise<void> {
  const known = await tx.selectFrom('programme').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) throw refuse('claim.programme_unknown', {}, { field: 'programmeId', kind: 'not_found' })
}

/** Gap-free within a year: the row stays locked until the claim is there. */
async function nextNumber({ tx, write }: Context, year: number): Promise<string> {
  for (let tries = 0; tries < NUMBER_TRIES; tries += 1) {
    const series = await tx.selectFrom('claimSeries').selectAll().where('year', '=', year).executeTakeFirst()
    if (!series) {
      await write.insert('claimSeries', { year, next: 2 })
      return claimNumber(year, 1)
    }
    const [taken] = await write.update('claimSeries', { next: series.next + 1 }, { year, next: series.next })
    if (taken) return claimNumber(year, series.next)
  }
  throw refuse('claim.busy', {}, { kind: 'conflict' })
}

const claimNumber = (year: number, running: number) => `KL-${year}-${String(running).padStart(6, '0')}`
