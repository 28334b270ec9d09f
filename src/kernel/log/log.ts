import { pino } from 'pino'
import { plain } from './plain.ts'
import { redactData } from './redact.ts'
import { currentRequestId } from './request-id.ts'
import { terminalLine } from './terminal.ts'

/** What the parts of the program write their lines to: `log.info({ pid }, 'PostgreSQL started')`. */
export interface Log {
  debug(detail: object, message: string): void
  info(detail: object, message: string): void
  warn(detail: object, message: string): void
  /** An error goes in as `{ err: error }`. */
  error(detail: object, message: string): void
  fatal(detail: object, message: string): void
  /** A log that adds these fields to each of its lines. */
  child(fields: object): Log
}

export interface LogOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** `json`: one object a line, for machines. `terminal`: short lines for people. */
  readonly form: 'json' | 'terminal'
  readonly write: (line: string) => void
}

/**
 * The log of the program. Every line passes the redactor as its last step, after all of it has been put together, so
 * nothing that anybody logs can go round it.
 */
export function createLog({ level, form, write }: LogOptions): Log {
  const stream = { write: (line: string) => write(finished(line, form)) }
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const requestId = currentRequestId()
      return requestId === undefined ? {} : { requestId }
    },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (detail: object) => Object(plain(detail)) as Record<string, unknown>,
      bindings: (fields: object) => Object(plain(fields)) as Record<string, unknown>,
    },
    serializers: { err: plain },
  }
  return asLog(pino(options, stream))
}

function finished(line: string, form: LogOptions['form']): string {
  const entry = redactData(JSON.parse(line)) as Record<string, unknown>
  return form === 'json' ? `${JSON.stringify(entry)}\n` : terminalLine(entry)
}

type Writer = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & { child(fields: object): Writer }

// Pino formats %s and %d of a message with further arguments; ours takes one detail and one message.
function asLog(logger: Writer): Log {
  return {
    debug: (detail, message) => logger.debug(detail, message),
    info: (detail, message) => logger.info(detail, message),
    warn: (detail, message) => logger.warn(detail, message),
    error: (detail, message) => logger.error(detail, message),
    fatal: (detail, message) => logger.fatal(detail, message),
    child: (fields) => asLog(logger.child(Object(plain(fields)) as object)),
  }
}

/** The log of a server: short lines when somebody is watching in a terminal, JSON otherwise. */
export function standardLog(level: LogOptions['level'], output: NodeJS.WriteStream = process.stdout): Log {
  return createLog({ level, form: output.isTTY ? 'terminal' : 'json', write: (line) => void output.write(line) })
}
