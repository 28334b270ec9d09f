import type { ComponentProps, ReactNode } from 'react'
import { Form, useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { Select, TextInput } from '../../../../ui/field/index.ts'
import { ListPagination } from '../../../../ui/pagination/index.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { StaffFacts } from './staff-facts.ts'

interface ListFiltersProps {
  page: StaffFacts
  search: string
  children?: ReactNode
}

/** What a list is asked: always a search, then what else its page offers. */
export function ListFilters({ page, search, children }: ListFiltersProps) {
  const t = translator(staffTexts, page.locale)
  return (
    <Form method="get" role="search" className="filters">
      <TextInput name="cari" label={t('staff.search')} defaultValue={search} />
      {children}
      <Button kind="second" small>
        {t('staff.find')}
      </Button>
    </Form>
  )
}

export const statuses = ['open', 'closed', 'all'] as const

export function StatusSelect({ page, status }: { page: StaffFacts; status: (typeof statuses)[number] }) {
  const t = translator(staffTexts, page.locale)
  return (
    <Select
      name="keadaan"
      label={t('staff.status')}
      defaultValue={status}
      choices={statuses.map((value) => ({ value, label: t(`staff.${value}`) }))}
    />
  )
}

type Sort = 'newest' | 'oldest' | 'amount' | 'name' | 'kelurahan' | 'lastWeighing'

export function SortSelect({ page, sorts, sort }: { page: StaffFacts; sorts: readonly Sort[]; sort: Sort }) {
  const t = translator(staffTexts, page.locale)
  return (
    <Select
      name="urutan"
      label={t('staff.sort')}
      defaultValue={sort}
      choices={sorts.map((value) => ({ value, label: t(`staff.sort.${value}`) }))}
    />
  )
}

type StaffTableProps<Row> = Pick<
  ComponentProps<typeof DataTable<Row>>,
  'id' | 'rows' | 'rowKey' | 'stack' | 'columns'
> & {
  page: StaffFacts
  /** Names the table, and its region that scrolls. */
  caption: string
  /** What stands here when there are no rows. */
  none: string
}

/** A table below a heading that names it already. */
export function StaffTable<Row>({ page, caption, none, ...table }: StaffTableProps<Row>) {
  const t = translator(staffTexts, page.locale)
  return (
    <DataTable
      {...table}
      caption={caption}
      captionHidden
      region={t('staff.scroll', { name: caption })}
      empty={<p>{none}</p>}
    />
  )
}

/** Ways to the other pages of a list; the address keeps what was asked. */
export function ListWays({ page, of }: { page: StaffFacts; of: { total: number; page: number; size: number } }) {
  const t = translator(staffTexts, page.locale)
  const { search } = useLocation()
  return (
    <ListPagination
      of={of}
      search={search}
      words={{
        label: t('staff.pages'),
        summary: (page, pages) => t('staff.pages.of', { page, pages }),
        previous: t('staff.pages.previous'),
        next: t('staff.pages.next'),
      }}
    />
  )
}
