import { formatDate, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Select, TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { Tag } from '../../../../ui/tag/index.ts'
import type { z } from 'zod'
import type { MaterialRow, TodayPrice } from '../../contract.ts'
import { staffTexts } from '../../texts/staff.ts'
import { errorAt, refusedIn } from '../field/refused-note.tsx'
import type { StaffFacts } from './staff-facts.ts'
import { fieldsOf, FromInput, ListFileInput, StaffForm } from './staff-form.tsx'
import { ListWays, StaffTable } from './staff-list.tsx'

interface Part {
  page: StaffFacts
  /** The answer of the last act, when it was this part's. */
  answer: unknown
}

interface PriceListRow {
  listId: string
  validFrom: string
  prices: number
  madeBy: string
  withdrawn: boolean
}

interface PriceListsProps {
  page: StaffFacts
  lists: { rows: PriceListRow[]; total: number; page: number; size: number }
  /** The list that holds today. */
  now: { listId: string | null; validFrom: string | null }
}

/** Every list that was ever made, newest first. */
export function PriceLists({ page, lists, now }: PriceListsProps) {
  const t = translator(staffTexts, page.locale)
  const stateOf = ({ listId, validFrom }: PriceListRow) => {
    if (listId === now.listId) return t('staff.prices.holds')
    return now.validFrom !== null && validFrom < now.validFrom ? t('staff.prices.past') : t('staff.prices.later')
  }
  return (
    <Section id="harga" title={t('staff.prices')}>
      <StaffTable
        page={page}
        id="daftar-harga"
        caption={t('staff.prices')}
        rows={lists.rows}
        rowKey={(list) => list.listId}
        stack
        none={t('staff.prices.none')}
        columns={[
          {
            key: 'from',
            head: t('staff.prices.from'),
            rowHeader: true,
            cell: (list) => formatDate(list.validFrom, page.locale, 'medium'),
          },
          {
            key: 'count',
            head: t('staff.prices.count'),
            numeric: true,
            cell: (list) => formatNumber(list.prices, page.locale),
          },
          { key: 'by', head: t('staff.prices.by'), cell: (list) => list.madeBy },
          {
            key: 'state',
            head: t('staff.prices.state'),
            cell: (list) => (list.withdrawn ? <Tag>{t('staff.prices.withdrawn')}</Tag> : stateOf(list)),
          },
        ]}
      />
      <ListWays page={page} of={lists} />
    </Section>
  )
}

/** Takes a list back before anything was weighed under it: which one, and why. */
export function PriceWithdrawal({ page, rows, answer }: Part & { rows: readonly PriceListRow[] }) {
  const t = translator(staffTexts, page.locale)
  const field = fieldsOf(answer)
  const standing = rows.filter(({ withdrawn }) => !withdrawn)
  if (standing.length === 0) return null
  return (
    <Section id="batalkan" title={t('staff.prices.withdraw')} note={t('staff.prices.withdraw_note')}>
      <StaffForm page={page} at="batalkan" act="withdraw" answer={answer}>
        <Select
          {...field('listId')}
          label={t('staff.prices.withdraw_which')}
          placeholder={t('staff.prices.withdraw_which')}
          choices={standing.map(({ listId, validFrom, prices }) => ({
            value: listId,
            label: t('staff.prices.withdraw_list', {
              from: formatDate(validFrom, page.locale, 'medium'),
              n: prices,
            }),
          }))}
          required
        />
        <TextInput {...field('reason')} label={t('staff.reason')} maxLength={200} required />
        <Button kind="danger">{t('staff.prices.withdraw_button')}</Button>
      </StaffForm>
    </Section>
  )
}

interface PriceListFormProps extends Part {
  materials: z.output<typeof MaterialRow>[]
  prices: z.output<typeof TodayPrice>[]
}

/** A new list from a day on, with today's prices to begin with. */
export function PriceListForm({ page, materials, prices, answer }: PriceListFormProps) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  const today = new Map(prices.map((price) => [price.materialId, String(price.rupiah)]))
  return (
    <Section id="harga-baru" title={t('staff.prices.new')} note={t('staff.prices.new_note')}>
      <StaffForm page={page} at="harga-baru" act="prices" answer={answer}>
        <FromInput page={page} answer={answer} />
        {materials.map((material) => (
          <TextInput
            key={material.id}
            name={`p.${material.id}`}
            inputMode="numeric"
            prefix="Rp"
            label={t('staff.prices.price', {
              material: page.locale === 'id' ? material.nameId : material.nameEn,
              measure: material.measure,
            })}
            defaultValue={refused ? refused.typed[`p.${material.id}`] : today.get(material.id)}
            error={errorAt(refused, `p.${material.id}`)}
            autoComplete="off"
          />
        ))}
        <Button>{t('staff.prices.save')}</Button>
      </StaffForm>
    </Section>
  )
}

/** The same from a file as people keep it. */
export function PriceImport({ page, rejected, answer }: Part & { rejected: readonly string[] | undefined }) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  const asked = Object.entries(refused?.typed ?? {}).filter(([name]) => name.startsWith('p.'))
  return (
    <Section id="impor" title={t('staff.prices.import')} note={t('staff.prices.import_note')}>
      <StaffForm page={page} at="impor" act="import" files answer={answer}>
        {rejected === undefined ? null : (
          <Notice tone="stop" role="alert" title={t('staff.prices.rejected', { n: rejected.length })}>
            <ul>
              {rejected.slice(0, 50).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        )}
        {asked.map(([name, rupiah]) => (
          <input key={name} type="hidden" name={name} value={rupiah} />
        ))}
        <FromInput page={page} answer={answer} id="impor-sejak" />
        <ListFileInput
          page={page}
          answer={answer}
          hint={asked.length === 0 ? undefined : t('staff.prices.file_read', { n: asked.length })}
        />
        <Button kind="second">{t('staff.prices.import_button')}</Button>
      </StaffForm>
    </Section>
  )
}
