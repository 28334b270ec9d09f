import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { systemClock } from '../kernel/clock/index.ts'
import { readConfig } from '../kernel/config/index.ts'
import { translator } from '../kernel/i18n/index.ts'
import type { Locale } from '../kernel/i18n/index.ts'
import { openKeyRing, purposes } from '../kernel/keys/index.ts'
import type { Purpose } from '../kernel/keys/index.ts'
import { refuse } from '../kernel/refusal/index.ts'
import { createAdmin } from '../kernel/sign-in/index.ts'
import type { Terminal } from './city.ts'
import { texts } from './texts/index.ts'

/** Whoever holds the shell of the server may make the first administrator; it stands in the audit. */
export async function createAdminCommand({ city, options, locale, say }: Terminal, verb = ''): Promise<number> {
  if (verb !== 'create') throw refuse('operation.unknown', { name: `admin ${verb}` }, { kind: 'not_found' })
  await city.seed(() => undefined)
  const system = city.app.caller({ kind: 'system', job: 'shell' })
  const password = options['passwordStdin'] === true ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
  const userName = String(options['userName'])
  const displayName = String(options['name'])
  const made = await system.do(createAdmin, { userName, displayName, ...(password === undefined ? {} : { password }) })
  const t = translator(texts, locale)
  say(t('cli.admin_made', { name: userName }))
  if (made.oneTimePassword) say(t('cli.one_time_password', { password: made.oneTimePassword }))
  return 0
}

export async function keysCommand(locale: Locale, _options: unknown, verb = '', purpose = ''): Promise<number> {
  if (verb === 'create') return createKeys(locale)
  if (verb !== 'rotate') throw refuse('operation.unknown', { name: `keys ${verb}` }, { kind: 'not_found' })
  if (!isPurpose(purpose)) throw refuse('cli.purpose_unknown', { purposes: purposes.join(', ') }, { kind: 'invalid' })
  const now = systemClock.now()
  const keyId = openKeyRing(readConfig(process.env).keysFile, { make: false, now }).rotate(purpose, now)
  process.stdout.write(`${translator(texts, locale)('cli.rotated', { purpose, keyId })}\n`)
  return 0
}

/** A start in production never makes a ring, since a wrong path would then pass for a new city; so it is made by hand, once. */
function createKeys(locale: Locale): number {
  const { keysFile: file } = readConfig(process.env)
  if (existsSync(file)) throw refuse('cli.keys_there', { file }, { kind: 'conflict' })
  openKeyRing(file, { make: true, now: systemClock.now() })
  process.stdout.write(`${translator(texts, locale)('cli.keys_made', { file })}\n`)
  return 0
}

function isPurpose(text: string): text is Purpose {
  return (purposes as readonly string[]).includes(text)
}
