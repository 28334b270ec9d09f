import type { TableOut } from './table-out.ts'

/** A table as JSON text in pieces: `{"notes": […], "rows": [{…}, …]}`, values in our own units, one row a line. */
export async function* writeJson<Row>({ columns, rows, notes = [] }: TableOut<Row>): AsyncGenerator<string> {
  yield `{"notes":${JSON.stringify(notes)},"rows":[`
  let between = '\n'
  for await (const row of rows) {
    yield between + JSON.stringify(Object.fromEntries(columns.map((column) => [column.key, column.value(row)])))
    between = ',\n'
  }
  yield '\n]}\n'
}
