import type { Command } from 'commander'
import { userInfo } from 'node:os'
import { readConfig } from '../kernel/config/index.ts'
import type { Caller } from '../kernel/app/index.ts'
import { isLocale, mergeTexts } from '../kernel/i18n/index.ts'
import type { Locale, Texts } from '../kernel/i18n/index.ts'
import { refuse, Refusal, reportRefusal, treatment } from '../kernel/refusal/index.ts'
import { actorOfToken } from '../kernel/sign-in/index.ts'
import { openCity } from '../cities/open-city.ts'
import type { OpenCity } from '../cities/open-city.ts'
import { programRegistry } from '../cities/program.ts'
import { texts as cliTexts } from './texts/index.ts'

/** What a command has: the open city, who acts, and where words go. */
export interface Terminal {
  readonly city: OpenCity
  readonly locale: Locale
  readonly options: Readonly<Record<string, string | boolean | string[] | undefined>>
  /** As the user of `--as` or `--token`. */
  caller(): Promise<Caller>
  say(line: string): void
}

type Work = (terminal: Terminal, ...given: string[]) => Promise<number>

const quiet = { info: () => undefined }

/** Opens the city, runs the work, closes, and ends with the exit code that the one table of refusals gives. */
export function withCity(work: Work): (...given: unknown[]) => Promise<void> {
  return closing(async (locale, options, ...given) => {
    const city = await openCity(readConfig(process.env), quiet)
    try {
      return await work({ city, locale, options, say, caller: () => callerOf(city, options) }, ...given)
    } finally {
      await city.close()
    }
  })
}

/** Runs work that needs no open city; words refusals and faults alike. */
export function closing(
  work: (locale: Locale, options: Terminal['options'], ...given: string[]) => Promise<number>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command
    const typed = given.slice(0, -2).map(String)
    const options = command.optsWithGlobals<Record<string, string | boolean | string[] | undefined>>()
    const locale = isLocale(options['bahasa']) ? options['bahasa'] : 'id'
    try {
      process.exitCode = await work(locale, options, ...typed)
    } catch (fault) {
      process.exitCode = explain(fault, locale)
    }
  }
}

function explain(fault: unknown, locale: Locale): number {
  if (fault instanceof Refusal) {
    process.stderr.write(`${JSON.stringify(reportRefusal(fault, programTexts(), locale))}\n`)
    return treatment[fault.kind].exit
  }
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  return 1
}

function programTexts(): Texts {
  return mergeTexts(cliTexts, ...programRegistry().manifests.flatMap((manifest) => manifest.texts ?? []))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The operating system's user on behalf of a user of the city; what that user may not do is refused here too. */
async function callerOf({ app }: OpenCity, options: Terminal['options']): Promise<Caller> {
  const token = options['token'] ?? process.env['DAHA_TOKEN']
  if (typeof token === 'string') {
    const actor = await actorOfToken(app, token)
    if (!actor) throw refuse('cli.token_unknown', {}, { kind: 'forbidden' })
    return app.caller(actor)
  }
  const userName = options['as']
  if (typeof userName !== 'string') return app.caller({ kind: 'guest' })
  const { rows } = await app.pool.pg.query<{ id: string; person_id: string | null }>(
    `select id, person_id from user_account where lower(user_name) = lower($1) and status = 'active'`,
    [userName],
  )
  const user = rows[0]
  if (!user) throw refuse('cli.user_unknown', { name: userName }, { kind: 'not_found' })
  return app.caller({ kind: 'shell', userId: user.id, personId: user.person_id, osUser: userInfo().username })
}
