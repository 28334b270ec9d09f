import type { ColumnType, Generated } from 'kysely'

/**
 * One entry an operation. `body` is canonical JSON and is hashed as stored; the columns beside it repeat what is
 * searched for, and `daha verify` compares them with the body. `seq` rises in the order in which entries of one
 * row were committed, because it is drawn while the row is still locked.
 */
export interface AuditEntryTable {
  seq: Generated<number>
  id: string
  operation: string
  actor: string
  key: string | null
  inputHash: Buffer
  placeId: string | null
  subjectId: string | null
  recordedAt: ColumnType<string, string, never>
  businessDay: string
  body: string
  hash: Buffer
  mac: Buffer
  macKey: string
}

/** A run of entries that can no longer lose or gain one. `leaves` is `seq:id:hash` a line. */
export interface AuditSealTable {
  id: number
  fromSeq: number
  toSeq: number
  leaves: string
  root: Buffer
  previous: Buffer
  mac: Buffer
  macKey: string
  sealedAt: ColumnType<string, string, never>
}

/** Who was erased; the id alone says nothing about the person any more. */
export interface ErasureTable {
  personId: string
  erasedAt: ColumnType<string, string, never>
}

export interface AuditTables {
  erasure: ErasureTable
  auditEntry: AuditEntryTable
  auditSeal: AuditSealTable
}
