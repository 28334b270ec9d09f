import { join, resolve } from 'node:path'
import { settings } from './settings.ts'
import type { Setting, SettingName } from './settings.ts'

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path. */
  readonly dataDir: string
  /** Absolute path of the file with the key ring. */
  readonly keysFile: string
  /** Undefined exactly when `demo`. */
  readonly databaseUrl: string | undefined
  readonly databaseAdminUrl: string | undefined
  /** Origin without a closing slash. With port 0 and no PUBLIC_URL it ends in `:0`; ask the server for its port. */
  readonly publicUrl: string
  readonly city: string
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly mode: 'production' | 'development' | 'test'
  /** No DATABASE_URL: embedded database, synthetic people, demo sign-ins. */
  readonly demo: boolean
  /** A city that works with it: not a demo, and `mode` is production. */
  readonly production: boolean
}

/** Everything that is wrong with the settings, in one message. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      ['These settings are wrong:', ...problems.map((problem) => `  - ${problem}`), 'See docs/settings.md.'].join('\n'),
    )
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>
type Values = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer T> ? T | undefined : never
}

const programFolder = resolve(import.meta.dirname, '../../..')

/**
 * The settings of the program from the environment; an empty value counts as not given. Relative paths are taken from the
 * working folder.
 * @throws WrongSettings with every problem and its remedy; values that are secret are not in it
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const values = readAll(env, problems)
  const mode = values.NODE_ENV ?? 'production'
  const demo = values.DATABASE_URL === undefined
  const production = !demo && mode === 'production'
  problems.push(...pairProblems(env), ...(production ? productionProblems(env) : []))
  if (problems.length > 0) throw new WrongSettings(problems)

  const port = values.PORT ?? 3000
  const dataDir = values.DAHA_DATA === undefined ? join(programFolder, 'data') : resolve(values.DAHA_DATA)
  return Object.freeze({
    port,
    host: values.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir,
    keysFile: values.DAHA_KEYS === undefined ? join(dataDir, 'keys.json') : resolve(values.DAHA_KEYS),
    databaseUrl: values.DATABASE_URL,
    databaseAdminUrl: values.DATABASE_ADMIN_URL,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${port}`,
    city: values.DAHA_CITY ?? 'kediri',
    logLevel: values.LOG_LEVEL ?? 'info',
    mode,
    demo,
    production,
  })
}

function readAll(env: Environment, problems: string[]): Values {
  const read = <T>(name: SettingName, setting: Setting<T>): T | undefined => {
    const text = given(env, name)
    if (text === undefined) return undefined
    const parsed = setting.value.safeParse(text)
    if (parsed.success) return parsed.data
    problems.push(
      `${name} is ${setting.secret === true ? 'not right' : JSON.stringify(text)}. It should be ${setting.expects}, such as ${setting.example}.`,
    )
    return undefined
  }
  return {
    PORT: read('PORT', settings.PORT),
    HOST: read('HOST', settings.HOST),
    DAHA_DATA: read('DAHA_DATA', settings.DAHA_DATA),
    DATABASE_URL: read('DATABASE_URL', settings.DATABASE_URL),
    DATABASE_ADMIN_URL: read('DATABASE_ADMIN_URL', settings.DATABASE_ADMIN_URL),
    DAHA_KEYS: read('DAHA_KEYS', settings.DAHA_KEYS),
    PUBLIC_URL: read('PUBLIC_URL', settings.PUBLIC_URL),
    DAHA_CITY: read('DAHA_CITY', settings.DAHA_CITY),
    LOG_LEVEL: read('LOG_LEVEL', settings.LOG_LEVEL),
    NODE_ENV: read('NODE_ENV', settings.NODE_ENV),
  }
}

function given(env: Environment, name: SettingName): string | undefined {
  const text = env[name]?.trim()
  return text === '' ? undefined : text
}

function pairProblems(env: Environment): string[] {
  const work = given(env, 'DATABASE_URL')
  const owner = given(env, 'DATABASE_ADMIN_URL')
  if (work === undefined && owner === undefined) return []
  if (owner === undefined)
    return ['DATABASE_URL is given without DATABASE_ADMIN_URL. Give both, or neither for a demo.']
  if (work === undefined) return ['DATABASE_ADMIN_URL is given without DATABASE_URL. Give both, or neither for a demo.']
  const [worker, admin] = [URL.parse(work)?.username, URL.parse(owner)?.username]
  if (worker === undefined || admin === undefined || worker !== admin) return []
  return [
    'DATABASE_URL and DATABASE_ADMIN_URL have the same user. Make two roles: one that owns the tables, one that works with them.',
  ]
}

function productionProblems(env: Environment): string[] {
  const required = ['DAHA_KEYS', 'PUBLIC_URL'] as const
  return required
    .filter((name) => given(env, name) === undefined)
    .map(
      (name) =>
        `${name} is not given. A city in production needs ${settings[name].expects}, such as ${settings[name].example}.`,
    )
}
