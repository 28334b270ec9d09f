import { isTest, roomOf, within } from './graph.ts'
import type { Problem, Rule } from './rule.ts'
import type { Project, Source } from './source.ts'

const furnitureFiles = new Set([
  'README.md',
  'index.ts',
  'contract.ts',
  'manifest.ts',
  'refusals.ts',
  'tables.ts',
  'indicators.ts',
  'testing.ts',
])
const furnitureFolders = new Set([
  'operations',
  'queries',
  'rules',
  'reactions',
  'migrations',
  'pages',
  'documents',
  'imports',
  'exports',
  'jobs',
  'engine',
  'texts',
])

const furniture: Rule = {
  name: 'a room has only the furniture of the closed list',
  check: (files) =>
    [...files.keys()].flatMap((path) => {
      if (!roomOf(path))
        return path.startsWith('src/capabilities/') && path !== 'src/capabilities/manifests.ts'
          ? [{ path, message: 'lies beside the rooms' }]
          : []
      const [first = '', ...rest] = within(path).split('/')
      const known =
        rest.length > 0 ? furnitureFolders.has(first) : furnitureFiles.has(first.replace(/\.(long\.)?test\.ts$/, '.ts'))
      return known ? [] : [{ path, message: `${first} is no furniture of a room` }]
    }),
  bad: [
    { 'src/capabilities/aid/model.ts': '' },
    { 'src/capabilities/aid/testing/loans.ts': '' },
    { 'src/capabilities/aid/components/a.tsx': '' },
    { 'src/capabilities/registry.ts': '' },
  ],
  good: [
    {
      'src/capabilities/aid/index.test.ts': '',
      'src/capabilities/aid/rules/share.ts': '',
      'src/capabilities/aid/README.md': '',
    },
  ],
}

const bannedNames = /^(utils?|helpers?|common|shared|lib|libs|types|services?|misc|manager)$/

const names: Rule = {
  name: 'no name that says nothing; kebab-case',
  check: (files) =>
    [...files.keys()].flatMap((path): Problem[] => {
      if (!/^(src|test|bench|scripts)\//.test(path)) return []
      const words = path.split('/').map((word) => word.replace(/\..*$/, ''))
      const banned = words.find((word) => bannedNames.test(word))
      if (banned) return [{ path, message: `the name ${banned} says nothing` }]
      const odd = /\.(ts|tsx|css)$/.test(path) && words.find((word) => !/^[a-z0-9$_]+(-[a-z0-9]+)*$/.test(word))
      return odd ? [{ path, message: `${odd} is not kebab-case` }] : []
    }),
  bad: [
    { 'src/ui/utils.ts': '' },
    { 'src/kernel/common/a.ts': '' },
    { 'src/kernel/money/types.ts': '' },
    { 'src/ui/services/a.ts': '' },
    { 'src/ui/MyButton.tsx': '' },
  ],
  good: [{ 'src/ui/my-button.tsx': '', 'src/kernel/database/pool.long.test.ts': '' }],
}

const required: Rule = {
  name: 'each kernel part and room has its README, door and manifest',
  check: (files) => {
    const folders = new Set(
      [...files.keys()].flatMap((path) => /^src\/(?:kernel|capabilities)\/[^/]+(?=\/)/.exec(path)?.[0] ?? []),
    )
    return [...folders].flatMap((path) => {
      const room = path.startsWith('src/capabilities/')
      const wanted = room ? ['README.md', 'index.ts', 'manifest.ts'] : ['README.md']
      const missing = wanted.filter((file) => !files.has(`${path}/${file}`))
      const closed = !room && !files.has(`${path}/index.ts`) && !files.has(`${path}/contract.ts`)
      return [...missing, ...(closed ? ['index.ts'] : [])].map((file) => ({ path, message: `has no ${file}` }))
    })
  },
  bad: [
    { 'src/kernel/money/index.ts': '' },
    { 'src/kernel/money/README.md': '' },
    { 'src/capabilities/aid/README.md': '', 'src/capabilities/aid/index.ts': '' },
  ],
  good: [{ 'src/kernel/money/index.ts': '', 'src/kernel/money/README.md': '' }],
}

function migrationFolders(files: Project): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of files.keys()) {
    const match = /^(src\/.*\/migrations)\/([^/]+\.ts)$/.exec(path)
    if (match?.[1] && match[2] && !isTest(path) && match[2] !== 'index.ts')
      folders.set(match[1], [...(folders.get(match[1]) ?? []), match[2]])
  }
  return folders
}

const numbering: Rule = {
  name: 'migrations are numbered without gaps',
  check: (files) =>
    [...migrationFolders(files)].flatMap(([path, found]) => {
      const numbers = found
        .map((name) => (/^\d{4}-[a-z0-9-]+\.ts$/.test(name) ? Number(name.slice(0, 4)) : Number.NaN))
        .toSorted((a, b) => a - b)
      return numbers.every((number, index) => number === index + 1)
        ? []
        : [{ path, message: `is numbered ${found.toSorted().join(', ')}` }]
    }),
  bad: [
    { 'src/kernel/audit/migrations/0001-a.ts': '', 'src/kernel/audit/migrations/0003-b.ts': '' },
    { 'src/kernel/audit/migrations/0001-a.ts': '', 'src/kernel/audit/migrations/0001-b.ts': '' },
    { 'src/kernel/audit/migrations/first.ts': '' },
  ],
  good: [
    {
      'src/kernel/audit/migrations/0001-a.ts': '',
      'src/kernel/audit/migrations/0002-b.ts': '',
      'src/kernel/audit/migrations/0002-b.test.ts': '',
    },
  ],
}

const foreignSql: [RegExp, string][] = [
  [/\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, 'a trigger: Citus refuses them on distributed tables'],
  [/\bcreate\s+(or\s+replace\s+)?(function|procedure)\b/i, 'a function in the database: rules live in the program'],
  [/\b(create|alter|drop)\s+schema\b|\bset\s+search_path\b|\bsearch_path\s*=/i, 'a schema: the search path decides'],
  [
    /\b(table|references|into|from|join|update|on)\s+(if\s+(not\s+)?exists\s+|only\s+)?"?[a-z_]+"?\."?[a-z_]+"?\s*(\(|;|$|\n|set|where|add|as|using)/i,
    'a table with its schema: the search path decides',
  ],
  [/\bpublic\.[a-z_]/i, 'the schema public'],
]

const literals = (file: Source) =>
  (file.parsed?.visits ?? []).flatMap(({ node }): { text: string; line: number }[] => {
    if (node.type !== 'TemplateLiteral' && !(node.type === 'Literal' && typeof node['value'] === 'string')) return []
    return [{ text: file.text.slice(node.start + 1, node.end - 1), line: file.lineOf(node.start) }]
  })

const sql: Rule = {
  name: 'migrations use neither triggers nor schema names',
  check: (files) =>
    [...files.values()]
      .filter(({ path }) => /\/migrations\//.test(path) && !isTest(path))
      .flatMap((file) =>
        literals(file).flatMap(({ text, line }) =>
          foreignSql
            .filter(([pattern]) => pattern.test(text))
            .map(([, message]) => ({ path: file.path, line, message })),
        ),
      ),
  bad: [
    'create trigger a before insert on b execute function c()',
    'create function a() returns int',
    'create schema a',
    'create table kediri.loan (id uuid)',
    'alter table kediri.loan add a int',
    'create table loan (id uuid references kediri.person(id))',
    'insert into public.loan values (1)',
  ].map((text) => ({ 'src/kernel/audit/migrations/0001-a.ts': `export const up = sql\`${text}\`` })),
  good: [
    {
      'src/kernel/audit/migrations/0001-a.ts':
        'export const up = sql`create table loan (id uuid references person(id)); update loan set a = l.b from person l where l.id = loan.id`',
    },
  ],
}

// Written with gaps so that this file does not accuse itself.
const joined = (text: string) => text.replaceAll('~', '')

const privatePlaces = new RegExp(
  joined(
    '/wo~rk/|/ho~me/\\w+|/Us~ers/\\w+|localhost:~4873|https?://[^\\s"\'`]*(?:reg~istry|pro~xy\\.golang|artifact~ory|verd~accio)[^\\s"\'`]*',
  ),
)
const publicLock = joined('https://reg~istry.npmjs.org/')

const places: Rule = {
  name: 'no path of a machine and no package host',
  check: (files) =>
    [...files.values()].flatMap((file) => {
      const match = privatePlaces.exec(
        file.path === 'package-lock.json' ? file.text.replaceAll(publicLock, '') : file.text,
      )
      return match ? [{ path: file.path, line: file.lineOf(match.index), message: `names ${match[0]}` }] : []
    }),
  bad: [
    { 'README.md': joined('see /wo~rk/main') },
    { 'src/ui/a.ts': joined("export const a = '/ho~me/budi/daha'") },
    { 'docs/a.md': joined('https://reg~istry.example.org/daha') },
  ],
  good: [{ 'README.md': 'a workaround, see src/kernel', 'package-lock.json': `"resolved": "${publicLock}zod"` }],
}

export const shape: Rule[] = [furniture, names, required, numbering, sql, places]
