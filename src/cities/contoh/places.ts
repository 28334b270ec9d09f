import type { SeedPlaces } from '../../capabilities/places/contract.ts'

/** A city that does not exist, by which is shown that no fact of a real one is in the program. Codes begin with 99. */
export const contohPlaces: SeedPlaces = {
  city: { code: '99.01', name: 'Kota Contoh', areaM2: 12_500_000 },
  kecamatan: [
    {
      code: '99.01.01',
      name: 'Hulu',
      kelurahan: [
        { code: '99.01.01.1001', name: 'Tepi Sungai', areaM2: 2_500_000, aliases: ['Tepisoengai'] },
        { code: '99.01.01.1002', name: 'Bukit' },
      ],
    },
    {
      code: '99.01.02',
      name: 'Hilir',
      kelurahan: [{ code: '99.01.02.1001', name: 'Muara', aliases: ['Moeara Lama'] }],
    },
  ],
  validFrom: '1900-01-01',
  sources: { codes: 'contoh', areas: 'contoh', aliases: 'contoh' },
  syntheticNeighbourhoods: [
    { kelurahanCode: '99.01.01.1001', rw: 'RW 01', rt: ['RT 01', 'RT 02'], validFrom: '2020-01-01' },
  ],
}
