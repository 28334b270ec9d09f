import type { z } from 'zod'
import type { AllowSays } from '../kernel/access/index.ts'
import { refusalKinds, treatment } from '../kernel/refusal/index.ts'
import { schemaOf } from '../kernel/schema/index.ts'
import type { Registry } from '../kernel/registry/index.ts'

type Json = Record<string, unknown>

/**
 * OpenAPI 3.1 over the registry: every operation, query and download that a door lets in. The schemas are zod's own
 * JSON Schema (draft 2020-12), which is what OpenAPI 3.1 uses.
 */
export function openApiDocument(registry: Registry, cityName: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, operation] of registry.operations) {
    if (operation.says.rule === 'system') continue
    paths[`/api/operations/${name}`] = { post: operationEntry(name, operation) }
  }
  for (const [name, query] of registry.queries) {
    if (query.says.rule === 'system') continue
    paths[`/api/queries/${name}`] = { post: queryEntry(name, query) }
  }
  for (const [name, download] of registry.downloads) {
    for (const ending of Object.keys(download.formats)) {
      paths[`/api/downloads/${name}.${ending}`] = { get: downloadEntry(name, ending, download) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `Daha · ${cityName}`,
      version: '1',
      description: 'Every operation, query and download of the city.',
    },
    paths,
    components: { schemas: { Refusal: refusalSchema }, securitySchemes, responses: { Refusal: refusalResponse } },
    security: [{ token: [] }, { session: [] }, {}],
  }
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token, made under /akun.' },
  session: { type: 'apiKey', in: 'cookie', name: 'daha_session' },
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
        code: { type: 'string' },
        params: { type: 'object' },
        message: { type: 'string' },
        issues: { type: 'array', items: { type: 'object' } },
      },
    },
  },
}

const refusalResponse = {
  description: 'A "no" that a person can act on; 428 asks a question, to be answered by the header `Confirm: <code>`.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
}

const refusals = Object.fromEntries(
  [401, ...new Set(Object.values(treatment).map(({ status }) => status))].map((status) => [
    status,
    { $ref: '#/components/responses/Refusal' },
  ]),
)

interface Declared {
  readonly about: string
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly says: AllowSays
}

function operationEntry(name: string, declared: Declared): Json {
  return {
    ...entry(name, declared),
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

function queryEntry(name: string, declared: Declared): Json {
  return { ...entry(name, declared), description: `${saysText(declared.says)} Also as GET with one parameter a field.` }
}

function entry(name: string, { about, input, output, says }: Declared): Json {
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: about,
    description: saysText(says),
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input, 'input') } } },
    responses: {
      200: {
        description: 'Done.',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['result'], properties: { result: schemaOf(output, 'output') } },
          },
        },
      },
      ...refusals,
    },
  }
}

function downloadEntry(
  name: string,
  ending: string,
  {
    about,
    query,
    formats,
  }: { about: string; query: { input: z.ZodType }; formats: Readonly<Record<string, { mediaType: string }>> },
): Json {
  return {
    operationId: `${name}.${ending}`,
    tags: ['downloads'],
    summary: about,
    parameters: [
      { name: 'json', in: 'query', content: { 'application/json': { schema: schemaOf(query.input, 'input') } } },
    ],
    responses: {
      200: { description: 'The file.', content: { [formats[ending]?.mediaType ?? 'application/octet-stream']: {} } },
      ...refusals,
    },
  }
}

function header(name: string, description: string): Json {
  return { name, in: 'header', schema: { type: 'string' }, description }
}

export function saysText(says: AllowSays): string {
  switch (says.rule) {
    case 'can':
    case 'within':
      return `Needs the permission ${says.permission}.`
    case 'own':
      return 'About oneself.'
    case 'anyone':
      return 'Open to anyone.'
    case 'signed_in':
      return 'Needs a sign-in.'
    case 'system':
      return 'For the system only.'
    case 'either':
      return says.of.map(saysText).join(' Or: ')
  }
}
