import { sealEntries, verify, wordVerdict } from '../kernel/audit/index.ts'
import { backup, restore } from '../kernel/backup/index.ts'
import { systemClock } from '../kernel/clock/index.ts'
import { readConfig } from '../kernel/config/index.ts'
import { openKeyRing } from '../kernel/keys/index.ts'
import { translator } from '../kernel/i18n/index.ts'
import type { Locale } from '../kernel/i18n/index.ts'
import { addressesOf, cityOf } from '../cities/open-city.ts'
import { programRegistry } from '../cities/program.ts'
import type { Terminal } from './city.ts'
import { texts } from './texts/index.ts'

/** Exit 0: every row stands as it was written. Exit 1: what does not is named by table and id. */
export async function verifyCommand({ city, locale, say }: Terminal): Promise<number> {
  const verdict = await verify(city.app)
  for (const line of wordVerdict(verdict, locale)) say(line)
  if (verdict.findings.length > 0) return 1
  await sealEntries(city.app)
  return 0
}

/** What the server does each minute; for a city that is worked by the command line alone. */
export async function sealCommand({ city, locale, say }: Terminal): Promise<number> {
  const done = await sealEntries(city.app)
  say(translator(texts, locale)('cli.sealed', done))
  return 0
}

export async function backupCommand({ city, locale, say }: Terminal, file = ''): Promise<number> {
  const { app } = city
  const done = await backup({ url: city.adminUrl, schema: app.city.slug, file, clock: app.clock })
  say(translator(texts, locale)('cli.backed_up', { file, ...done }))
  return 0
}

/** Into an empty database only; persons who were erased since then stay erased. */
export async function restoreCommand(locale: Locale, _options: unknown, file = ''): Promise<number> {
  const config = readConfig(process.env)
  const ring = openKeyRing(config.keysFile, { make: false, now: systemClock.now() })
  const { adminUrl, runtimeUrl, stop } = await addressesOf(config, { info: () => undefined })
  try {
    const city = cityOf(config)
    const done = await restore(file, { adminUrl, runtimeUrl, ring, city, registry: programRegistry() })
    const words = { rows: done.rows, takenAt: done.takenAt, erased: done.erasedAgain }
    process.stdout.write(`${translator(texts, locale)('cli.restored', words)}\n`)
    return 0
  } finally {
    await stop()
  }
}
