import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { Trail } from '../audit/index.ts'

/**
 * The only way to change a row. Each write puts the whole row after it into the operation's audit entry,
 * so that no write can be forgotten there.
 */
export interface Writer<T> {
  insert<K extends keyof T & string>(table: K, row: Insertable<T[K]>): Promise<Selectable<T[K]>>
  /** Any number of rows in one statement. */
  insertMany<K extends keyof T & string>(table: K, rows: readonly Insertable<T[K]>[]): Promise<Selectable<T[K]>[]>
  /**
   * Changes the rows that match `where`, and gives them back as they stand now. The expected state belongs in
   * `where`: no row back means that somebody else was first.
   */
  update<K extends keyof T & string>(
    table: K,
    set: Updateable<T[K]>,
    where: Partial<Selectable<T[K]>>,
  ): Promise<Selectable<T[K]>[]>
  remove<K extends keyof T & string>(table: K, where: Partial<Selectable<T[K]>>): Promise<Selectable<T[K]>[]>
}

/** PostgreSQL takes 65,535 parameters a statement. */
const PARAMETERS_MAX = 60_000

type AnyTables = Record<string, Record<string, unknown>>

export function openWriter<T>(db: Kysely<unknown>, trail: Trail): Writer<T> {
  const any = db as Kysely<AnyTables>
  const note = (table: string, rows: Record<string, unknown>[], how: 'wrote' | 'removed') => {
    for (const row of rows) trail[how](snakeCase(table), row)
    return rows
  }
  const insertMany = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const first = rows[0]
    if (!first) return []
    const chunk = Math.max(1, Math.floor(PARAMETERS_MAX / Object.keys(first).length))
    const written: Record<string, unknown>[] = []
    for (let from = 0; from < rows.length; from += chunk) {
      const some = rows.slice(from, from + chunk)
      written.push(...(await any.insertInto(table).values(some).returningAll().execute()))
    }
    return note(table, written, 'wrote')
  }
  const writer = {
    insertMany,
    insert: async (table: string, row: Record<string, unknown>) => (await insertMany(table, [row]))[0],
    update: async (table: string, set: Record<string, unknown>, where: Record<string, unknown>) => {
      let query = any.updateTable(table).set(set)
      for (const [column, value] of Object.entries(where)) {
        query = query.where(column, value === null ? 'is' : '=', value as never)
      }
      return note(table, await query.returningAll().execute(), 'wrote')
    },
    remove: async (table: string, where: Record<string, unknown>) => {
      if (Object.keys(where).length === 0) throw new Error('Removing a whole table is never meant')
      let query = any.deleteFrom(table)
      for (const [column, value] of Object.entries(where)) {
        query = query.where(column, value === null ? 'is' : '=', value as never)
      }
      return note(table, await query.returningAll().execute(), 'removed')
    },
  }
  return writer as unknown as Writer<T>
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
