import { settings } from './settings.ts'

/** The text of `docs/settings.md`, from the definitions that the program reads its settings with. */
export function settingsDoc(): string {
  const rows = Object.entries(settings).map(
    ([name, { about, otherwise, expects, example }]) =>
      `| \`${name}\` | ${about} | ${expects} | ${otherwise} | \`${example}\` |`,
  )
  return `# Settings

The program reads its settings from the environment, checks all of them before it does anything else, and names every wrong one at once.
Without any setting it is a demo: embedded database, synthetic people, this machine only.

| setting | what it does | what it may be | when not given | example |
|---|---|---|---|---|
${rows.join('\n')}

- \`DATABASE_URL\` and \`DATABASE_ADMIN_URL\` are given together or not at all, and name two different roles.
- A city in production (\`DATABASE_URL\` given, \`NODE_ENV\` not \`development\` or \`test\`) must give \`DAHA_KEYS\` and \`PUBLIC_URL\`.
- A value that is empty counts as not given. Passwords of databases are in no message and no log; the host is named when it does not answer.
- \`npx daha\` reads the same settings, and \`DAHA_TOKEN\` beside them (src/cli/README.md).

This page is generated from \`src/kernel/config/settings.ts\`; \`npx vitest run --project unit src/kernel/config -u\` writes it anew.
`
}
