import { html } from 'hono/html'
import { translator } from '../kernel/i18n/contract.ts'
import type { Translate } from '../kernel/i18n/contract.ts'
import type { ApiContext, ApiParts } from './answer.ts'
import { schemaOf } from '../kernel/schema/index.ts'
import { exampleOf } from './example.ts'
import { saysText } from './says.ts'
import { texts } from './texts/index.ts'
import type { z } from 'zod'
import type { AllowSays } from '../kernel/access/index.ts'

interface Shown {
  readonly kind: 'operations' | 'queries' | 'downloads'
  readonly address: string
  readonly name: string
  readonly about: string
  readonly says: AllowSays
  readonly input: z.ZodType
  readonly output: z.ZodType | undefined
  /** Of a download. */
  readonly endings: readonly string[]
}

/** Everything that the API offers, as a page without scripts that can be searched. */
export async function referencePage(parts: ApiParts, c: ApiContext): Promise<Response> {
  const t = translator(texts, c.get('locale'))
  const all = entriesOf(parts)
  const typed = (c.req.query('cari') ?? '').trim().toLowerCase()
  const found = all.filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(typed))
  const groups = (['operations', 'queries', 'downloads'] as const).map((kind) => ({
    kind,
    rows: found.filter((each) => each.kind === kind),
  }))
  const page = html`<!doctype html>
    <html lang="${c.get('locale')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${t('api.title')} · Daha</title>
        <link rel="stylesheet" href="/api/reference.css" />
      </head>
      <body>
        <main>
          <p><a href="/">${t('api.home')}</a> · <a href="?bahasa=id">ID</a> <a href="?bahasa=en">EN</a></p>
          <h1>${t('api.title')}</h1>
          <p>${t('api.lead', { n: all.length })} <a href="/api/openapi.json">openapi.json</a></p>
          <form action="/api" role="search">
            <label for="cari">${t('api.search')}</label>
            <input id="cari" name="cari" value="${typed}" />
            <button>${t('api.find')}</button>
          </form>
          ${found.length === 0 ? html`<p>${t('api.none')}</p>` : ''}
          ${groups
            .filter(({ rows }) => rows.length > 0)
            .map(
              ({ kind, rows }) =>
                html`<h2>${t(`api.${kind}`)} (${rows.length})</h2>
                  ${rows.map((row) => entry(row, t, c.get('origin')))}`,
            )}
        </main>
      </body>
    </html>`
  return c.html(page)
}

function entry(row: Shown, t: Translate<(typeof texts)['id']>, origin: string) {
  const input = schemaOf(row.input, 'input')
  return html`<details id="${row.name}">
    <summary><code>${row.name}</code> ${row.about}</summary>
    <p><code>${row.address}</code> · ${saysText(row.says, t)}</p>
    <h3>${t('api.example')}</h3>
    <pre tabindex="0">${exampleCall(row, exampleOf(input), origin)}</pre>
    <h3>${t('api.input')}</h3>
    <pre tabindex="0">${JSON.stringify(input, null, 2)}</pre>
    ${
      row.output
        ? html`<h3>${t('api.output')}</h3>
            <pre tabindex="0">${JSON.stringify(schemaOf(row.output, 'output'), null, 2)}</pre>`
        : ''
    }
  </details>`
}

/** The same call by HTTP and at the command line, as they are typed into a shell. */
function exampleCall({ kind, name, endings }: Shown, input: unknown, origin: string): string {
  const json = `'${JSON.stringify(input).replaceAll("'", String.raw`'\''`)}'`
  const token = `-H "Authorization: Bearer $DAHA_TOKEN"`
  if (kind === 'downloads') {
    const file = `${name}.${endings[0] ?? ''}`
    return [
      `curl -G ${token} '${origin}/api/downloads/${file}' --data-urlencode json=${json} -o '${file}'`,
      `npx daha get ${file} --json ${json} -o '${file}'`,
    ].join('\n')
  }
  const key = kind === 'operations' ? ` -H "Idempotency-Key: $(uuidgen)"` : ''
  return [
    `curl ${token}${key} '${origin}/api/${kind}/${name}' --json ${json}`,
    `npx daha ${kind === 'operations' ? 'do' : 'ask'} ${name} --json ${json}`,
  ].join('\n')
}

function entriesOf({ city }: ApiParts): Shown[] {
  const { operations, queries, downloads } = city.registry
  const isOpen = ({ says }: { says: AllowSays }) => says.rule !== 'system'
  return [
    ...[...operations.values()].filter(isOpen).map((each): Shown => ({
      ...each,
      endings: [],
      kind: 'operations',
      address: `POST /api/operations/${each.name}`,
    })),
    ...[...queries.values()]
      .filter(isOpen)
      .map((each): Shown => ({ ...each, endings: [], kind: 'queries', address: `GET /api/queries/${each.name}` })),
    ...[...downloads.values()].map((each): Shown => ({
      kind: 'downloads',
      name: each.name,
      about: each.about,
      address: Object.keys(each.formats)
        .map((ending) => `GET /api/downloads/${each.name}.${ending}`)
        .join(' · '),
      says: each.query.says,
      input: each.query.input as z.ZodType,
      output: undefined,
      endings: Object.keys(each.formats),
    })),
  ].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** The page is made outside the bundle, so it brings its few lines of style itself, from the identity's values. */
export const referenceStyle = `:root{color-scheme:light dark;--paper:#faf9f6;--ink:#1b1c23;--line:#dedad0;--action:#27367f;--well:#f2f0ea}
@media (prefers-color-scheme:dark){:root{--paper:#161518;--ink:#edebe6;--line:#38363c;--action:#aebcf5;--well:#26252a}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem) 4rem}
a{color:var(--action)}form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1rem 0}label{flex-basis:100%}
input{flex:1;min-width:10rem}input,button{min-height:2.75rem;font:inherit;padding:0 .75rem}
details{border-top:1px solid var(--line)}summary{padding:.75rem 0;cursor:pointer;overflow-wrap:anywhere}
pre{background:var(--well);padding:.75rem;overflow:auto;font-size:.8125rem}code{overflow-wrap:anywhere}`
