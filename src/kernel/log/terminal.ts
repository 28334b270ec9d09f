/** A line of the log as a person reads it in a terminal: `05:00:00 INFO  PostgreSQL started pid=4711`. */
export function terminalLine(entry: Readonly<Record<string, unknown>>): string {
  const { level, time, msg, err, pid: _pid, hostname: _host, ...rest } = entry
  const clock = typeof time === 'string' ? time.slice(11, 19) : ''
  const name = typeof level === 'string' ? level.toUpperCase().padEnd(5) : ''
  const details = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`)
  const line = [clock, name, typeof msg === 'string' ? msg : '', ...details].filter((part) => part !== '').join(' ')
  return `${[line, ...stackOf(err)].join('\n')}\n`
}

function shown(value: unknown): string {
  return typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)
}

function stackOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const text = 'stack' in error ? error.stack : 'message' in error ? error.message : undefined
  return typeof text === 'string' ? text.split('\n').map((line) => `  ${line.trim()}`) : []
}
