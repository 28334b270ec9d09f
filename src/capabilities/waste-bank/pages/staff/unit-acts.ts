import { redirect } from 'react-router'
import { businessDay, systemClock } from '../../../../kernel/clock/index.ts'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'
import { refuse } from '../../../../kernel/refusal/index.ts'
import { describeProblem, tabularTexts } from '../../../../kernel/tabular/index.ts'
import {
  closeUnit,
  listMaterials,
  orderMaterials,
  readPriceList,
  setLimit,
  setPrices,
  setSharing,
  withdrawPrices,
} from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { callOptions, fileOf, hasFile, kilogramsOf, percentOf, rupiahOf, textOf } from '../field/read-form.ts'

/** Rows of a file that did not go in, in words. */
export interface Rejected {
  readonly rejected: readonly string[]
}

/** What a manager does on a unit's page; the form names it in `act`. */
export async function actOnUnit(on: RequestContext, unitId: string, form: FormData): Promise<Response | Rejected> {
  const options = callOptions(form)
  const done = redirect(`/kelola/unit/${unitId}?tersimpan`)
  switch (textOf(form, 'act')) {
    case 'prices':
      await on.caller.do(setPrices, { unitId, validFrom: textOf(form, 'validFrom'), prices: pricesIn(form) }, options)
      return done
    case 'import': {
      const read = await readImport(on, form)
      if ('rejected' in read) return read
      // A browser does not send a file twice: should a question come back, the prices stand in the form instead.
      for (const { materialId, rupiah } of read.prices) form.set(`p.${materialId}`, String(rupiah))
      await on.caller.do(setPrices, { unitId, validFrom: textOf(form, 'validFrom'), prices: read.prices }, options)
      return done
    }
    case 'withdraw':
      await on.caller.do(withdrawPrices, { listId: textOf(form, 'listId'), reason: textOf(form, 'reason') }, options)
      return done
    case 'sharing': {
      const kind = textOf(form, 'kind') === 'margin' ? 'margin' : 'percentage'
      const part = kind === 'margin' ? 10_000 : percentOf(form, 'part')
      const input = { unitId, validFrom: textOf(form, 'sharingFrom'), kind, memberBasisPoints: part } as const
      await on.caller.do(setSharing, input, options)
      return done
    }
    case 'limit': {
      const lineMax = kilogramsOf(form, 'lineMax')
      const input = {
        unitId,
        validFrom: textOf(form, 'limitFrom'),
        lineMax,
        medianFactor: Number(textOf(form, 'factor')),
      }
      await on.caller.do(setLimit, input, options)
      return done
    }
    case 'order':
      await on.caller.do(orderMaterials, { unitId, materialIds: orderIn(form) }, options)
      return done
    case 'close':
      await on.caller.do(
        closeUnit,
        { unitId, closedOn: textOf(form, 'closedOn'), reason: textOf(form, 'closeReason') },
        options,
      )
      return done
    default:
      throw refuse('input.not_allowed', {}, { field: 'act' })
  }
}

/** The materials of the fields `o.<material>` by the numbers typed; what has none comes last, in the order it had. */
function orderIn(form: FormData): string[] {
  const typed = [...form.keys()]
    .filter((name) => name.startsWith('o.'))
    .map((name) => ({ materialId: name.slice(2), place: Number(textOf(form, name)) || Number.MAX_SAFE_INTEGER }))
  return typed.toSorted((one, other) => one.place - other.place).map(({ materialId }) => materialId)
}

/** Every field `p.<material>` that was not left empty. */
function pricesIn(form: FormData): { materialId: string; rupiah: number }[] {
  const names = [...form.keys()].filter((name) => name.startsWith('p.') && textOf(form, name) !== '')
  if (names.length === 0) throw refuse('price.none_written', {}, { field: 'validFrom' })
  return names.map((name) => ({ materialId: name.slice(2), rupiah: rupiahOf(form, name) }))
}

async function readImport(
  { caller, city, locale }: RequestContext,
  form: FormData,
): Promise<Rejected | { prices: { materialId: string; rupiah: number }[] }> {
  const readBefore = [...form.keys()].filter((name) => name.startsWith('p.'))
  if (readBefore.length > 0 && !hasFile(form, 'file')) return { prices: pricesIn(form) }
  const file = fileOf(form, 'file')
  for (const name of readBefore) form.delete(name)
  const { rows: materials } = await caller.ask(listMaterials, { size: 200 })
  const today = businessDay(systemClock.now(), city.zone)
  const { prices, rejected, unknown } = await readPriceList(
    { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    materials,
    today,
  )
  const t = translator(staffTexts, locale)
  const words = [
    ...rejected.flatMap(({ line, problems }) =>
      problems.map((problem) => {
        const { where, what, remedy } = describeProblem(line, problem, translator(tabularTexts, locale))
        return `${where}: ${what} ${remedy}`
      }),
    ),
    ...unknown.map(({ line, name }) => t('staff.prices.unknown', { line, name })),
  ]
  return words.length > 0 ? { rejected: words } : { prices: [...prices] }
}
