import { writeFileSync } from 'node:fs'
import type { z } from 'zod'
import { inputFromText } from './input.ts'
import { readConfig } from '../kernel/config/index.ts'
import { findFormat } from '../kernel/download/contract.ts'
import { schemaOf } from '../kernel/schema/index.ts'
import { refuse } from '../kernel/refusal/index.ts'
import { programRegistry } from '../cities/program.ts'
import type { Terminal } from './city.ts'

export async function doCommand({ city, options, caller, say }: Terminal, name = ''): Promise<number> {
  const operation = city.app.registry.operations.get(name)
  if (!operation || operation.says.rule === 'system') throw unknown(name)
  const { key, confirm, check } = options
  const reply: unknown = await (
    await caller()
  ).do(operation, inputFromText(options['json']), {
    ...(typeof key === 'string' ? { key } : {}),
    confirm: Array.isArray(confirm) ? confirm : [],
    check: check === true,
  })
  say(JSON.stringify(reply ?? null))
  return 0
}

export async function askCommand({ city, options, caller, say }: Terminal, name = ''): Promise<number> {
  const query = city.app.registry.queries.get(name)
  if (!query || query.says.rule === 'system') throw unknown(name)
  const answer: unknown = await (await caller()).ask(query, inputFromText(options['json']))
  say(JSON.stringify(answer ?? null))
  return 0
}

export async function getCommand({ city, options, caller, locale, say }: Terminal, file = ''): Promise<number> {
  const found = findFormat(city.app.registry.downloads, file)
  if (!found) throw unknown(file)
  const { download, format } = found
  const data: unknown = await (await caller()).ask(download.query, inputFromText(options['json']))
  const { publicUrl } = readConfig(process.env)
  writeFileSync(String(options['output']), await format.render(data, { locale, city: city.app.city, publicUrl }))
  say(String(options['output']))
  return 0
}

export async function listCommand(): Promise<number> {
  const { operations, queries, downloads } = programRegistry()
  for (const { name, about, says } of operations.values()) {
    if (says.rule !== 'system') process.stdout.write(`do   ${name.padEnd(28)} ${about}\n`)
  }
  for (const { name, about, says } of queries.values()) {
    if (says.rule !== 'system') process.stdout.write(`ask  ${name.padEnd(28)} ${about}\n`)
  }
  for (const { name, about, formats } of downloads.values()) {
    for (const ending of Object.keys(formats)) process.stdout.write(`get  ${`${name}.${ending}`.padEnd(28)} ${about}\n`)
  }
  return 0
}

export async function describeCommand(_locale: string, _options: unknown, name = ''): Promise<number> {
  const registry = programRegistry()
  const declared = registry.operations.get(name) ?? registry.queries.get(name)
  if (!declared) throw unknown(name)
  const input = schemaOf(declared.input as z.ZodType, 'input')
  const output = schemaOf(declared.output as z.ZodType, 'output')
  process.stdout.write(`${JSON.stringify({ name, about: declared.about, input, output }, null, 2)}\n`)
  return 0
}

function unknown(name: string) {
  return refuse('operation.unknown', { name }, { kind: 'not_found' })
}
