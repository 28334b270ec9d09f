/** A figure: a named definition over records, with unit, place and two times. */
export interface IndicatorDefinition {
  /** `noun.what`, e.g. `waste.weight`. */
  readonly name: string
}
