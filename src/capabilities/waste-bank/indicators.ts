import type { IndicatorDefinition, RungColumns } from '../../kernel/indicator/contract.ts'

const receiptOf = 'join deposit d on d.id = r.deposit_id left join deposit_reversal v on v.id = r.reversal_id'
const number = {
  key: 'receipt',
  title: { id: 'Nomor bukti', en: 'Receipt' },
  sql: 'coalesce(v.number, d.number)',
} as const

/** @param page the pages of receipts, as SQL */
const receipt = (page: string): RungColumns => ({
  join: receiptOf,
  columns: [
    { ...number, href: `${page} || coalesce(v.id, d.id)` },
    {
      key: 'kind',
      title: { id: 'Jenis', en: 'Kind' },
      sql: `case when r.reversal_id is null then 'deposit' else 'reversal' end`,
      words: {
        deposit: { id: 'Setoran', en: 'Deposit' },
        reversal: { id: 'Pembalikan', en: 'Reversal' },
      },
    },
  ],
})

/** Weight brought to the waste banks, by material and month. Litres and pieces have no weight and do not count. */
export const weightIndicator: IndicatorDefinition = {
  name: 'waste.weight',
  title: { id: 'Berat sampah yang disetor', en: 'Weight of waste brought' },
  definition: {
    id: 'Jumlah berat setiap baris timbang di bank sampah unit, dikurangi yang dibatalkan. Dihitung pada hari barang ditimbang. Bahan yang dihitung per liter atau per buah tidak masuk.',
    en: 'The weight of every line weighed at the waste bank units, less what was taken back. Counted on the day of weighing. Materials counted by litre or piece are left out.',
  },
  measure: 'gram',
  source: {
    table: 'weighing',
    where: `r.material_id in (select m.id from material m where m.measure = 'gram')`,
    columns: {
      id: 'id',
      place: 'unit_id',
      dimension: 'material_id',
      businessDay: 'business_day',
      recordedAt: 'recorded_at',
      timeliness: 'timeliness',
      amount: 'quantity',
    },
    person: {
      join: 'join member m on m.id = r.member_id join person p on p.id = m.person_id',
      id: 'p.id',
      name: 'p.full_name',
    },
  },
  dimension: {
    title: { id: 'Bahan', en: 'Material' },
    labels: 'select id::text as id, name_id, name_en from material',
  },
  population: {
    title: { id: 'Unit bank sampah', en: 'Waste bank units' },
    select: 'select id as place_id, opened_on, closed_on from waste_unit',
  },
  publicPlaceKind: 'kelurahan',
  rungs: {
    // By the number whoever reviews has the paper itself brought.
    guest: { join: receiptOf, columns: [number] },
    officer: receipt(`'/timbang/' || r.unit_id || '/bukti/'`),
    own: receipt(`'/milik/bukti/'`),
  },
}
