/**
 * Every table says what it holds, how long, and how a change by hand would be found.
 * A table without a class fails a test and the start.
 */
export interface TableClass {
  /** Whose data: about a person, about the work of the city, open to anyone, or proof. */
  readonly holds: 'personal' | 'operational' | 'public' | 'ledger' | 'proof' | 'secret'
  /** How long a row is kept, in words that a data protection officer can check. */
  readonly retention: string
  /** The runtime role may only insert. */
  readonly appendOnly?: boolean
  /**
   * `rows`: each row's hash stands in the audit entry that wrote it.
   * `derived`: recomputed from its source by the part's `derived` check.
   * `own`: the table proves itself (audit entries, seals).
   * `none`: nothing depends on it; the reason is given.
   */
  readonly proof: 'rows' | 'derived' | 'own' | { readonly none: string }
  /** Columns that are kept sums of other rows, left out of the row hash (camelCase). */
  readonly derivedColumns?: readonly string[]
  /** Column (camelCase) that names the person; the row hash is then keyed by that person's own key. */
  readonly subject?: string
  /** Columns (camelCase) that hold personal values. */
  readonly personalColumns?: readonly string[]
  /** Primary key columns (camelCase); `['id']` unless said. */
  readonly id?: readonly string[]
}
