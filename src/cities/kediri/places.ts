import type { SeedPlaces } from '../../capabilities/places/contract.ts'

type Kelurahan = readonly [serial: string, name: string, areaM2: number, ...aliases: string[]]

/** Areas in whole square metres, from square kilometres with three decimals. */
const mojoroto: readonly Kelurahan[] = [
  ['1001', 'Bandar Lor', 1_113_000],
  ['1002', 'Bandar Kidul', 1_299_000],
  ['1003', 'Banjar Mlati', 954_000, 'Banjarmlati'],
  ['1004', 'Pojok', 5_153_000],
  ['1005', 'Sukorame', 4_302_000],
  ['1006', 'Bujel', 1_590_000],
  ['1007', 'Gayam', 1_296_000],
  ['1008', 'Mrican', 1_109_000],
  ['1009', 'Dermo', 657_000],
  ['1010', 'Ngampel', 1_468_000],
  ['1011', 'Mojoroto', 2_130_000],
  ['1012', 'Campurejo', 1_409_000],
  ['1013', 'Lirboyo', 1_037_000],
  ['1014', 'Tamanan', 1_077_000],
]

const kota: readonly Kelurahan[] = [
  ['1001', 'Semampir', 1_791_000],
  ['1002', 'Balowerti', 830_000],
  ['1003', 'Dandangan', 1_100_000],
  ['1004', 'Ngadirejo', 1_470_000],
  ['1005', 'Kampung Dalem', 332_000, 'Kampungdalem'],
  ['1006', 'Setonopande', 383_000, 'Setono Pande'],
  ['1007', 'Ringinanom', 50_000],
  ['1008', 'Pakelan', 214_000],
  ['1009', 'Setonogedong', 59_000, 'Setono Gedong'],
  ['1010', 'Kemasan', 228_000],
  ['1011', 'Jagalan', 43_000],
  ['1012', 'Banjaran', 1_209_000],
  ['1013', 'Kaliombo', 958_000],
  ['1014', 'Ngronggo', 2_585_000],
  ['1015', 'Manisrenggo', 1_764_000],
  ['1016', 'Pocanan', 214_000],
  ['1017', 'Rejomulyo', 1_670_000],
]

const pesantren: readonly Kelurahan[] = [
  ['1001', 'Bangsal', 1_029_000],
  ['1002', 'Pakunden', 1_024_000],
  ['1003', 'Tosaren', 1_361_000],
  ['1004', 'Jamsaren', 1_420_000],
  ['1005', 'Singonegaran', 990_000],
  ['1006', 'Blabak', 3_354_000],
  ['1007', 'Betet', 1_691_000],
  ['1008', 'Tinalan', 926_000],
  ['1009', 'Bawang', 3_449_000],
  ['1010', 'Ngletih', 1_237_000],
  ['1011', 'Tempurejo', 1_864_000, 'Tampurejo'],
  ['1012', 'Ketami', 1_894_000],
  ['1013', 'Pesantren', 1_356_000],
  ['1014', 'Banaran', 974_000],
  ['1015', 'Burengan', 1_283_000],
]

/** The one kelurahan whose number in the other numbering is known; the rest stays open until the list is at hand. */
const bpsCodes: Readonly<Record<string, string>> = { '35.71.01.1004': '3571010001' }

function kecamatan(code: string, name: string, areaM2: number, kelurahan: readonly Kelurahan[], bpsCode?: string) {
  return {
    code,
    name,
    areaM2,
    ...(bpsCode === undefined ? {} : { bpsCode }),
    kelurahan: kelurahan.map(([serial, each, area, ...aliases]) => {
      const full = `${code}.${serial}`
      const bps = bpsCodes[full]
      return { code: full, name: each, areaM2: area, aliases, ...(bps === undefined ? {} : { bpsCode: bps }) }
    }),
  }
}

/**
 * Kota Kediri: 3 kecamatan, 46 kelurahan. Codes after Kemendagri as in ibnux/data-indonesia (kelurahan/357101.json to
 * 357103.json, commit 784b1e9); areas after RKPD Kota Kediri 2022, chapter II (there: Kota Kediri Dalam Angka 2017).
 * The areas of the kelurahan do not add up to the stated areas of Mojoroto (24.601 km²) and Pesantren (23.903 km²);
 * the gap is in the source and is kept. No table of RT and RW by kelurahan was found: they are added as they are known.
 * From when on each exists was not found either: the first day is an asumsi that covers every record.
 */
export const kediriPlaces: SeedPlaces = {
  city: { code: '35.71', name: 'Kota Kediri', areaM2: 63_404_000 },
  kecamatan: [
    kecamatan('35.71.01', 'Mojoroto', 24_601_000, mojoroto, '3571010'),
    kecamatan('35.71.02', 'Kota', 14_900_000, kota),
    kecamatan('35.71.03', 'Pesantren', 23_903_000, pesantren),
  ],
  validFrom: '1900-01-01',
  sources: {
    codes: 'Kode Kemendagri: ibnux/data-indonesia, 784b1e9',
    areas: 'Luas: RKPD Kota Kediri 2022 bab II (Kota Kediri Dalam Angka 2017)',
    aliases: 'Ejaan lain dalam pemberitaan dan situs kota',
  },
}

/** Made up, for the demo only: the numbers need not exist. */
export const kediriDemoNeighbourhoods: NonNullable<SeedPlaces['syntheticNeighbourhoods']> = [
  { kelurahanCode: '35.71.01.1006', rw: 'RW 01', rt: ['RT 01', 'RT 02', 'RT 03'], validFrom: '2020-01-01' },
  { kelurahanCode: '35.71.01.1006', rw: 'RW 02', rt: ['RT 04', 'RT 05', 'RT 06'], validFrom: '2020-01-01' },
  { kelurahanCode: '35.71.03.1002', rw: 'RW 05', rt: ['RT 25', 'RT 26'], validFrom: '2020-01-01' },
]
