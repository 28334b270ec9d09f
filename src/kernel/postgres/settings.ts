/** What the database is for. `test` gives up everything that protects against a crash of the machine. */
export type Purpose = 'city' | 'test'

export type Settings = Readonly<Record<string, string>>

/** The three that make a commit outlive the machine; for a city they are on, and nothing may turn them off. */
export const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

const common: Settings = {
  listen_addresses: '127.0.0.1',
  // Paths of sockets end at 107 bytes, so there is TCP only.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

const byPurpose: Readonly<Record<Purpose, Settings>> = {
  city: {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // A refused statement is told to the program that sent it; its text may hold personal data, so it is in no log.
    log_min_messages: 'log',
  },
  test: {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  },
}

/**
 * Everything that the server is started with, port excepted.
 * @throws RangeError when an extra setting is not ours to change
 */
export function settingsFor(purpose: Purpose, extra: Settings = {}): Settings {
  const fixed = [...Object.keys(common), 'port', ...(purpose === 'city' ? DURABLE : [])]
  const refused = fixed.filter((name) => Object.hasOwn(extra, name))
  if (refused.length > 0) throw new RangeError(`these settings of PostgreSQL cannot be changed: ${refused.join(', ')}`)
  return { ...common, ...byPurpose[purpose], ...extra }
}

export function asArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
