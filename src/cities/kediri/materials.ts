import type { Measure } from '../../kernel/money/contract.ts'

export interface SeedMaterial {
  readonly code: string
  readonly nameId: string
  readonly nameEn: string
  readonly category: string
  readonly measure: Measure
  readonly picture: string
  /** Sample price in rupiah for one kilogram, litre or piece. */
  readonly rupiah: number
}

/**
 * Materials and sample prices. Hijau Daun's own list is not found; the prices are of other waste banks and other years
 * (munasya; Bontang 1/3/2024; Ambon 2021; Tribun Aceh 22/6/2024; Poskota 2021) and serve as sample data only.
 */
export const materials: readonly SeedMaterial[] = [
  ['pet', 'Botol PET bening', 'Clear PET bottle', 'Plastik', 'gram', 'pet-bottle', 4000],
  ['cup', 'Gelas plastik', 'Plastic cup', 'Plastik', 'gram', 'cup', 3000],
  ['hdpe', 'Botol HDPE', 'HDPE bottle', 'Plastik', 'gram', 'hdpe-bottle', 4500],
  ['bucket', 'Ember', 'Bucket', 'Plastik', 'gram', 'bucket', 3000],
  ['bag', 'Kantong plastik', 'Plastic bag', 'Plastik', 'gram', 'plastic-bag', 1500],
  ['mixed', 'Plastik campur', 'Mixed plastic', 'Plastik', 'gram', 'mixed-plastic', 1000],
  ['cardboard', 'Kardus', 'Cardboard', 'Kertas', 'gram', 'cardboard', 1100],
  ['hvs', 'Kertas putih HVS', 'White paper', 'Kertas', 'gram', 'white-paper', 1700],
  ['duplex', 'Dupleks', 'Duplex board', 'Kertas', 'gram', 'duplex', 500],
  ['iron', 'Besi', 'Iron', 'Logam', 'gram', 'iron', 2000],
  ['can', 'Kaleng', 'Tin can', 'Logam', 'gram', 'can', 1000],
  ['copper', 'Tembaga', 'Copper', 'Logam', 'gram', 'copper', 50000],
  ['glass', 'Botol kaca', 'Glass bottle', 'Kaca', 'gram', 'glass-bottle', 250],
  ['egg-tray', 'Rak telur', 'Egg tray', 'Kertas', 'piece', 'egg-tray', 150],
  ['oil', 'Minyak jelantah', 'Used cooking oil', 'Minyak', 'millilitre', 'cooking-oil', 4000],
].map(([code, nameId, nameEn, category, measure, picture, rupiah]) => ({
  code,
  nameId,
  nameEn,
  category,
  measure,
  picture,
  rupiah,
})) as SeedMaterial[]
