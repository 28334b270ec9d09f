import type { z } from 'zod'
import type { AllowSays } from '../kernel/access/index.ts'
import { refusalKinds, treatment } from '../kernel/refusal/index.ts'
import { schemaOf } from '../kernel/schema/index.ts'
import { SESSION_COOKIE } from '../kernel/sign-in/index.ts'
import { translator } from '../kernel/i18n/contract.ts'
import type { Registry } from '../kernel/registry/index.ts'
import { Outbox, OutboxReply } from './contract.ts'
import { exampleOf } from './example.ts'
import { saysText } from './says.ts'
import { texts } from './texts/index.ts'

type Json = Record<string, unknown>

const t = translator(texts, 'en')

/**
 * OpenAPI 3.1 over the registry: every operation, query and download that a door lets in, under the tag of its part or
 * room, and the doors that carry several. The schemas are zod's own JSON Schema (draft 2020-12), which is what OpenAPI
 * 3.1 uses.
 */
export function openApiDocument(registry: Registry, cityName: string): Json {
  const named: Json = {}
  const paths: Record<string, Json> = {}
  for (const { name: room, operations = [], queries = [], downloads = [] } of registry.manifests) {
    const part: Part = { room, schema: (schema, io) => lifted(schemaOf(schema, io), io, named) }
    for (const each of operations) {
      if (each.says.rule !== 'system') paths[`/api/operations/${each.name}`] = { post: operationEntry(part, each) }
    }
    for (const each of queries) {
      if (each.says.rule !== 'system') paths[`/api/queries/${each.name}`] = { post: queryEntry(part, each) }
    }
    for (const each of downloads) {
      for (const [ending, { mediaType }] of Object.entries(each.formats)) {
        paths[`/api/downloads/${each.name}.${ending}`] = { get: downloadEntry(part, each, ending, mediaType) }
      }
    }
  }
  Object.assign(paths, otherPaths(registry, named))
  return {
    openapi: '3.1.0',
    info: {
      title: `Daha · ${cityName}`,
      version: '1',
      description: 'Every operation, query and download of the city.',
    },
    tags: tagsOf(paths).map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...named, Refusal: refusalSchema },
      securitySchemes,
      responses: { Refusal: refusalReply },
    },
    security: [{ token: [] }, { session: [] }, {}],
  }
}

interface Part {
  readonly room: string
  schema(schema: z.ZodType, io: 'input' | 'output'): Json
}

interface Declared {
  readonly name: string
  readonly about: string
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly says: AllowSays
}

/** A `$ref` counts from the root of the document, so what zod names inside a schema moves to the components. */
function lifted(schema: Json, io: string, named: Json): Json {
  const text = JSON.stringify(schema).replaceAll(/"#\/\$defs\/([^"]+)"/g, `"#/components/schemas/$1.${io}"`)
  const { $defs = {}, ...rest } = JSON.parse(text) as Json & { $defs?: Json }
  for (const [name, value] of Object.entries($defs)) named[`${name}.${io}`] = value
  return rest
}

function tagsOf(paths: Record<string, Json>): string[] {
  const used = Object.values(paths).flatMap((path) => Object.values(path).flatMap((each) => (each as Json)['tags']))
  return [...new Set(used.map(String))]
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token, made under /akun.' },
  session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
}

const issueSchema = {
  type: 'object',
  required: ['field', 'code', 'params', 'message'],
  properties: {
    field: { type: 'string', description: 'Path of the field, such as `lines.0.quantity`; empty for the whole input.' },
    code: { type: 'string' },
    params: { type: 'object' },
    message: { type: 'string' },
  },
}

const refusalSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'code', 'params', 'message', 'issues'],
      properties: {
        kind: { enum: [...refusalKinds] },
        code: { type: 'string', description: 'Stable; the message is for people.' },
        params: { type: 'object' },
        message: { type: 'string', description: 'In the language of `Accept-Language` or `?bahasa=`.' },
        issues: { type: 'array', items: issueSchema },
      },
    },
  },
}

const refusalReply = {
  description: 'A "no" that a person can act on; 428 asks a question, to be answered by the header `Confirm: <code>`.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
}

const refusals: Json = {
  ...Object.fromEntries(
    [401, ...new Set(Object.values(treatment).map(({ status }) => status))].map((status) => [
      status,
      { $ref: '#/components/responses/Refusal' },
    ]),
  ),
  500: { description: 'A fault of ours: a reference number and nothing else.' },
}

function operationEntry(part: Part, declared: Declared): Json {
  return {
    ...entry(part, declared),
    parameters: [
      header('Idempotency-Key', 'The same key with the same bytes gives the same answer, once.'),
      header('Confirm', 'Codes of questions that a person has answered with yes, with commas between.'),
      {
        name: 'check',
        in: 'query',
        schema: { const: '1' },
        description: 'Dry run: everything happens, nothing is kept.',
      },
    ],
  }
}

function queryEntry(part: Part, declared: Declared): Json {
  return {
    ...entry(part, declared),
    description: `${saysText(declared.says, t)} Also as GET with one parameter a field.`,
  }
}

function entry({ room, schema }: Part, { name, about, input, output, says }: Declared): Json {
  const example = exampleOf(schemaOf(input, 'input'))
  return {
    operationId: name,
    tags: [room],
    summary: about,
    description: saysText(says, t),
    requestBody: { required: true, content: { 'application/json': { schema: schema(input, 'input'), example } } },
    responses: { 200: json('Done.', resultOf(schema(output, 'output'))), ...refusals },
  }
}

function downloadEntry(
  { room, schema }: Part,
  download: { readonly name: string; readonly about: string; readonly query: Pick<Declared, 'input' | 'says'> },
  ending: string,
  mediaType: string,
): Json {
  return {
    operationId: `${download.name}.${ending}`,
    tags: [room],
    summary: download.about,
    description: `${saysText(download.query.says, t)} Instead of \`json\`: one parameter a field.`,
    parameters: [
      { name: 'json', in: 'query', content: { 'application/json': { schema: schema(download.query.input, 'input') } } },
    ],
    responses: { 200: { description: 'The file.', content: { [mediaType]: {} } }, ...refusals },
  }
}

function otherPaths({ manifests }: Registry, named: Json): Record<string, Json> {
  const topics = manifests.flatMap((manifest) => manifest.topics ?? [])
  const outbox = {
    operationId: 'outbox',
    tags: ['outbox'],
    summary: 'Takes what a device did without signal, in its order; each act is answered by itself.',
    requestBody: json('The acts.', lifted(schemaOf(Outbox, 'input'), 'input', named)),
    responses: { 200: json('Answers.', lifted(schemaOf(OutboxReply, 'output'), 'output', named)), ...refusals },
  }
  const live = {
    operationId: 'live',
    tags: ['live'],
    summary: 'Server-sent events: ids of what has changed. Ask the queries again for what you may see.',
    description: topics.map(({ name, about }) => `\`${name}\`: ${about}`).join('\n'),
    parameters: [
      { name: 'topic', in: 'path', required: true, schema: { enum: topics.map(({ name }) => name) } },
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    ],
    responses: { 200: { description: 'Events.', content: { 'text/event-stream': {} } }, ...refusals },
  }
  return { '/api/outbox': { post: outbox }, '/api/live/{topic}/{id}': { get: live } }
}

function json(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } }
}

function resultOf(schema: Json): Json {
  return { type: 'object', required: ['result'], properties: { result: schema } }
}

function header(name: string, description: string): Json {
  return { name, in: 'header', schema: { type: 'string' }, description }
}
