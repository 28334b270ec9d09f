/** The server door: signing in, users, duties, a second person at the same device. */
export { coSign } from './co-sign.ts'
export type { CoSignature } from './co-sign.ts'
export { guardGuess, hashSecret, isSecret } from './guess.ts'
export { endedSessionCookie, sessionCookie } from './cookies.ts'
export { openResidentSession } from './resident.ts'
export { actorOfSession, actorOfToken } from './sessions.ts'
export type { NewSession, SignedIn } from './sessions.ts'
export { SESSION_COOKIE } from './contract.ts'
export { openWithCode, sendCode } from './operations/code.ts'
export { setDemoPassword } from './operations/demo-password.ts'
export { endGrant, giveGrant } from './operations/grant.ts'
export {
  beginEnrol,
  beginPasskey,
  finishEnrol,
  openWithPasskey,
  proveWithPasskey,
  removePasskey,
} from './operations/passkey.ts'
export { changePassword, resetPassword } from './operations/password.ts'
export { closeSession, openSession, proveSession, revokeSession } from './operations/session.ts'
export { makeToken, revokeToken } from './operations/token.ts'
export { addUser, amendUser, closeUser, createAdmin } from './operations/user.ts'
export { givableRoles, myPermissions } from './queries/held.ts'
export { listTokens, myAccount, mySessions } from './queries/own.ts'
export { getUser, listGrants, listRoles, listUsers } from './queries/users.ts'
export type { SignInTables } from './tables.ts'
