import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Empty } from '../empty/index.ts'
import { ListPagination, Pagination } from '../pagination/index.ts'
import { type Column, DataTable } from './index.ts'

interface Row {
  id: string
  kg: string
}

const columns: Column<Row>[] = [
  {
    key: 'id',
    head: 'Bulan',
    cell: ({ id }) => id,
    rowHeader: true,
    sort: { href: '?urut=bulan', direction: 'descending' },
  },
  { key: 'kg', head: 'kg', cell: ({ kg }) => kg, numeric: true, sort: { href: '?urut=kg' }, stackLabel: 'Berat' },
]
const table = (rows: Row[], more = {}) =>
  draw(
    <DataTable
      id="t"
      caption="Kilogram"
      region="Tabel kilogram, dapat digeser"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      {...more}
    />,
  )

describe('a table', () => {
  const html = table([{ id: 'September', kg: '1,85' }], { foot: ['Jumlah', '1,85'] })

  it('is a named region that the keyboard can scroll, with a caption', () => {
    expect(html).toMatch(
      /^<div class="scroll" tabindex="0" role="region" aria-label="Tabel kilogram, dapat digeser" id="t">/i,
    )
    expect(html).toContain('<caption>Kilogram</caption>')
  })

  it('names its columns, rows and sums', () => {
    expect(html.match(/<th scope="col"/g)).toHaveLength(2)
    expect(html).toContain('<th scope="row">September</th>')
    expect(html).toContain('<td class="n" data-label="Berat"><div>1,85</div></td>')
    expect(html).toContain('<tfoot><tr><th scope="row">Jumlah</th><td class="n">1,85</td></tr></tfoot>')
  })

  it('says by which column it is sorted, and sorts by links', () => {
    expect(html).toMatch(/<th scope="col" aria-sort="descending"><a class="sort" href="\?urut=bulan">/)
    expect(html).toMatch(/<th scope="col" class="n" aria-sort="none"><a class="sort" href="\?urut=kg">/)
  })

  it('shows the next step instead of nothing', () => {
    const empty = table([], { empty: <Empty title="Belum ada setoran" action={<a href="/timbang">Timbang</a>} /> })
    expect(empty).not.toContain('<table')
    expect(empty).toContain('Belum ada setoran')
    expect(empty).toContain('<a href="/timbang">Timbang</a>')
    expect(table([])).toContain('<tbody></tbody>')
  })

  it('names each cell by its head where rows are stacked, unless told otherwise', () => {
    const more: Column<Row>[] = [
      ...columns,
      { key: 'place', head: 'Tempat', cell: () => 'Bujel' },
      { key: 'act', head: 'Tindakan', cell: () => 'Buka', stackLabel: '' },
    ]
    const stacked = table([{ id: 'September', kg: '1,85' }], { stack: true, columns: more })
    expect(stacked).toContain('<th scope="row">September</th>')
    expect(stacked).toContain('data-label="Berat"')
    expect(stacked).toContain('<td data-label="Tempat"><div>Bujel</div></td>')
    expect(stacked).toContain('<td>Buka</td>')
    expect(table([{ id: 'September', kg: '1,85' }], { columns: more })).toContain('<td>Bujel</td>')
  })

  it('marks the chosen row', () => {
    expect(table([{ id: 'a', kg: '1' }], { selected: () => true })).toContain('<tr class="selected">')
    expect(html).not.toContain('selected')
  })
})

describe('pages of a list', () => {
  it('are links that say where they go, and leave out the way that is not there', () => {
    const html = draw(
      <Pagination label="Halaman" summary="Halaman 1 dari 8" next={{ href: '?halaman=2', text: 'Berikutnya' }} />,
    )
    expect(html).toMatch(/^<nav class="pages" aria-label="Halaman">/)
    expect(html).toMatch(/<a rel="next"[^>]*href="\?halaman=2"|<a href="\?halaman=2"[^>]*rel="next"/)
    expect(html).not.toContain('rel="prev"')
  })

  it('keep the question of a list, and are not drawn where one page holds all', () => {
    const words = {
      label: 'Halaman',
      summary: (page: number, pages: number) => `${page} dari ${pages}`,
      previous: 'Sebelumnya',
      next: 'Berikutnya',
    }
    const pages = (page: number, total: number) =>
      draw(<ListPagination of={{ total, page, size: 10 }} search="?cari=a+b&halaman=2" words={words} />)
    expect(pages(2, 21)).toContain('2 dari 3')
    expect(pages(2, 21)).toContain('href="?cari=a+b&amp;halaman=1"')
    expect(pages(2, 21)).toContain('href="?cari=a+b&amp;halaman=3"')
    expect(pages(3, 21)).not.toContain('rel="next"')
    expect(pages(1, 10)).toBe('')
  })
})
