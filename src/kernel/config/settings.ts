import { isIP } from 'node:net'
import { z } from 'zod'

/** One setting: what it is called, what it means, what it may be. The docs and the messages come from here. */
export interface Setting<T> {
  /** What it does, one sentence. */
  readonly about: string
  /** What counts when it is not given; for the docs. */
  readonly otherwise: string
  /** What a right value looks like; stands in the message about a wrong one. */
  readonly expects: string
  readonly example: string
  /** From the text of the environment, trimmed and never empty. */
  readonly value: z.ZodType<T, string>
  /** Its value is in no message. */
  readonly secret?: true
}

const setting = <T>(definition: Setting<T>) => definition

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every setting of the program, in the order of the docs. */
export const settings = {
  PORT: setting({
    about: 'TCP port on which the server listens; 0 takes a free one.',
    otherwise: '3000',
    expects: 'a whole number from 0 to 65535',
    example: '8080',
    value: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535)),
  }),
  HOST: setting({
    about: 'Address on which the server listens.',
    otherwise: '127.0.0.1 in a demo, otherwise 0.0.0.0',
    expects: 'an IP address or a host name, without port',
    example: '127.0.0.1',
    value: z.string().refine(isHost),
  }),
  DAHA_DATA: setting({
    about: 'Folder of everything that a demo keeps on disk: the embedded database and the keys.',
    otherwise: '`data` in the folder of the program',
    expects: 'the path of a folder',
    example: '/srv/daha',
    value: z.string().refine((path) => !path.includes('\0')),
  }),
  DATABASE_URL: setting({
    about:
      'PostgreSQL 15 or later, with the role that the program works as. Without it this is a demo on the embedded database.',
    otherwise: 'the embedded PostgreSQL 18 below `DAHA_DATA`',
    expects: 'an address postgres://user:password@host:port/database',
    example: 'postgres://daha:secret@db.example:5432/daha',
    value: z.string().refine(isDatabaseUrl),
    secret: true,
  }),
  DATABASE_ADMIN_URL: setting({
    about: 'The same database, with the role that owns the tables and changes them when the program is upgraded.',
    otherwise: 'the embedded PostgreSQL',
    expects: 'an address postgres://user:password@host:port/database',
    example: 'postgres://daha_owner:secret@db.example:5432/daha',
    value: z.string().refine(isDatabaseUrl),
    secret: true,
  }),
  DAHA_KEYS: setting({
    about:
      'File with the key ring, made once by `daha keys create`. It belongs outside the database and outside its backups, and has a backup of its own.',
    otherwise: '`keys.json` in `DAHA_DATA`; in production it must be given',
    expects: 'the path of a file',
    example: '/etc/daha/keys.json',
    value: z.string().refine((path) => !path.includes('\0') && !path.endsWith('/')),
  }),
  PUBLIC_URL: setting({
    about: 'Address by which people reach the server: in QR codes, messages and passkeys.',
    otherwise: 'http://localhost and the port; in production it must be given',
    expects: 'an address https://host without a path; http:// is for localhost only',
    example: 'https://daha.kedirikota.example',
    value: z
      .string()
      .refine(isPublicUrl)
      .transform((text) => new URL(text).origin),
  }),
  DAHA_CITY: setting({
    about: 'City whose places are loaded at the start, and in a demo its sample people: a folder of `src/cities`.',
    otherwise: 'kediri',
    expects: 'small letters, digits and dashes',
    example: 'kediri',
    value: z.string().regex(/^[a-z][a-z0-9-]*$/),
  }),
  LOG_LEVEL: setting({
    about: 'The least weighty line that is logged.',
    otherwise: 'info',
    expects: `one of ${logLevels.join(', ')}`,
    example: 'warn',
    value: z.enum(logLevels),
  }),
  NODE_ENV: setting({
    about: 'How the program runs. A city on its own database is in production unless this says otherwise.',
    otherwise: 'production',
    expects: 'one of production, development, test',
    example: 'production',
    value: z.enum(['production', 'development', 'test']),
  }),
} as const

export type SettingName = keyof typeof settings

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text)
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) return false
  return url.username !== '' && url.hostname !== '' && url.pathname.length > 1
}

function isPublicUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') return false
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && here)
}
