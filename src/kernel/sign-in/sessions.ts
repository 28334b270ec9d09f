import { createHash } from 'node:crypto'
import type { Actor } from '../access/index.ts'
import type { App } from '../app/index.ts'
import { addHours } from '../clock/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { SignInTables } from './tables.ts'

/** How long a session lasts, whatever is done in it (asumsi). A resident signs in seldom and has little to remember it by. */
const HOURS = { staff: 7 * 24, resident: 90 * 24 } as const

export interface NewSession {
  readonly token: string
  readonly sessionId: string
  readonly userId: string
  readonly expiresAt: string
}

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest()

/** Opens a session for an account that has proved who it is. The token is in the answer and nowhere else. */
export async function startSession(
  { write, newId, newToken, now, sentFrom }: OperationContext<SignInTables>,
  account: { readonly id: string; readonly kind: 'staff' | 'resident' },
  label?: string,
): Promise<NewSession> {
  const token = newToken()
  const expiresAt = addHours(now, HOURS[account.kind])
  const { id } = await write.insert('session', {
    id: newId(),
    userId: account.id,
    tokenHash: hashOfToken(token),
    madeAt: now,
    provedAt: now,
    expiresAt,
    revokedAt: null,
    endedBy: null,
    deviceLabel: label ?? deviceLabel(sentFrom.agent),
    deviceId: sentFrom.deviceId ?? null,
  })
  return { token, sessionId: id, userId: account.id, expiresAt }
}

/** Ends every open session of a user, except one. */
export async function endSessions(
  { tx, write, now }: OperationContext<SignInTables>,
  userId: string,
  endedBy: 'revoked' | 'account',
  except?: string,
): Promise<void> {
  const open = await tx
    .selectFrom('session')
    .select('id')
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .execute()
  for (const { id } of open) {
    if (id !== except) await write.update('session', { revokedAt: now, endedBy }, { id, revokedAt: null })
  }
}

/** The session in which a person acts; an API token or a shell has none. @throws Refusal `sign_in.session_needed` */
export function sessionOf({ actor }: Pick<OperationContext<never>, 'actor'>): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw refuse('sign_in.session_needed', {}, { kind: 'forbidden' })
  return actor
}

export interface SignedIn {
  readonly actor: Extract<Actor, { kind: 'user' }>
  readonly displayName: string
  readonly kind: 'staff' | 'resident'
}

const SESSION = `select s.id, s.user_id, s.proved_at, u.person_id, u.display_name, u.kind
  from session s join user_account u on u.id = s.user_id and u.status = 'active'
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`

interface SessionRow {
  id: string
  user_id: string
  proved_at: string
  person_id: string | null
  display_name: string
  kind: 'staff' | 'resident'
}

/** Who holds this session token, in one statement; nobody when it is unknown, ended, too old, or its account is closed. */
export async function actorOfSession(app: Pick<App, 'pool' | 'clock'>, token: string): Promise<SignedIn | undefined> {
  const values = [hashOfToken(token), app.clock.now()]
  const { rows } = await app.pool.pg.query<SessionRow>({ name: 'sign_in.session', text: SESSION, values })
  const row = rows[0]
  if (!row) return undefined
  const { id, user_id: userId, person_id: personId, proved_at: provedAt } = row
  return {
    actor: { kind: 'user', userId, personId, sessionId: id, provedAt },
    displayName: row.display_name,
    kind: row.kind,
  }
}

const TOKEN = `select t.id, t.user_id, u.person_id
  from api_token t join user_account u on u.id = t.user_id and u.status = 'active'
  where t.hash = $1 and t.revoked_at is null and t.expires_at > $2`

/** Who holds this API token; nobody when it is unknown, revoked, too old, or its account is closed. */
export async function actorOfToken(
  app: Pick<App, 'pool' | 'clock'>,
  token: string,
): Promise<Extract<Actor, { kind: 'token' }> | undefined> {
  const values = [hashOfToken(token), app.clock.now()]
  const { rows } = await app.pool.pg.query<{ id: string; user_id: string; person_id: string | null }>({
    name: 'sign_in.token',
    text: TOKEN,
    values,
  })
  return rows[0] && { kind: 'token', userId: rows[0].user_id, personId: rows[0].person_id, tokenId: rows[0].id }
}

const browsers = [/\b(?:Edg|EdgA)\//, /\bOPR\//, /\bSamsungBrowser\//, /\bFirefox\//, /\bChrome\//, /\bSafari\//]
const browserNames = ['Edge', 'Opera', 'Samsung Internet', 'Firefox', 'Chrome', 'Safari']
const systems = [/\bAndroid\b/, /\b(?:iPhone|iPad)\b/, /\bWindows\b/, /\bMac OS X\b/, /\bLinux\b/]
const systemNames = ['Android', 'iOS', 'Windows', 'macOS', 'Linux']

/** `Chrome, Android`: enough to know one's own devices by, and no more. */
function deviceLabel(agent: string | undefined): string {
  if (!agent) return '?'
  const browser = browserNames[browsers.findIndex((pattern) => pattern.test(agent))]
  const system = systemNames[systems.findIndex((pattern) => pattern.test(agent))]
  return [browser, system].filter((word) => word !== undefined).join(', ') || '?'
}
