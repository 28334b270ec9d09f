/** What is known of a place beside its node in the tree of places. */
export interface PlaceDetailTable {
  /** The place's own id. */
  id: string
  normalForm: string
  /** Whole square metres. */
  areaM2: number | null
  source: string | null
  /** Made up for a demo: no such RT need exist. */
  synthetic: boolean
}

/** Another way to write the name of a place; never a name of its own. */
export interface PlaceAliasTable {
  id: string
  placeId: string
  alias: string
  normalForm: string
  source: string
}

/** A code in one of the two national numberings, which differ in order: a row of data is matched by code, not by name. */
export interface PlaceCodeTable {
  id: string
  placeId: string
  numbering: 'kemendagri' | 'bps'
  code: string
}

export interface PlacesTables {
  placeDetail: PlaceDetailTable
  placeAlias: PlaceAliasTable
  placeCode: PlaceCodeTable
}
