import type { TableClass } from '../database/index.ts'
import type { Manifest } from '../registry/index.ts'
import { refuse } from '../refusal/index.ts'
import { eraseAccounts } from './erase.ts'
import { passwordsSessionsFactors } from './migrations/0001-passwords-sessions-factors.ts'
import { openWithCode, sendCode } from './operations/code.ts'
import { setDemoPassword } from './operations/demo-password.ts'
import { endGrant, giveGrant } from './operations/grant.ts'
import {
  beginEnrol,
  beginPasskey,
  finishEnrol,
  openWithPasskey,
  proveWithPasskey,
  removePasskey,
} from './operations/passkey.ts'
import { changePassword, resetPassword } from './operations/password.ts'
import { closeSession, openSession, proveSession, revokeSession } from './operations/session.ts'
import { makeToken, revokeToken } from './operations/token.ts'
import { addUser, amendUser, closeUser, createAdmin } from './operations/user.ts'
import { givableRoles, myPermissions } from './queries/held.ts'
import { listTokens, myAccount, mySessions } from './queries/own.ts'
import { getUser, listGrants, listRoles, listUsers } from './queries/users.ts'
import { texts } from './texts/index.ts'
import { tidyUp, tidyUpJob } from './tidy-up.ts'

const ofUser = (retention: string): TableClass => ({ holds: 'secret', retention, proof: 'rows', subject: 'userId' })

export const signInManifest: Manifest = {
  name: 'sign-in',
  uses: [],
  migrations: [passwordsSessionsFactors],
  tables: {
    password: { ...ofUser('until the account is closed'), id: ['userId'] },
    session: { ...ofUser('a year after it ended (asumsi)'), personalColumns: ['deviceLabel', 'deviceId'] },
    passkey: ofUser('until it is removed or the account is closed'),
    passkey_challenge: { holds: 'secret', retention: 'a day', proof: 'rows' },
    one_time_code: { holds: 'secret', retention: 'thirty days', proof: 'rows' },
    sign_in_attempt: { holds: 'operational', retention: 'two days after the last failure', proof: 'rows' },
    api_token: ofUser('ten years after the account was closed'),
  },
  permissions: {
    'user.read': ['city_admin', 'auditor', 'smart_city_team', 'waste_city_manager', 'waste_manager'],
    'user.manage': ['city_admin', 'waste_city_manager', 'waste_manager'],
    'grant.manage': ['city_admin'],
    'token.manage': ['city_admin', 'smart_city_team'],
  },
  operations: [
    openSession,
    openWithCode,
    openWithPasskey,
    proveSession,
    proveWithPasskey,
    closeSession,
    revokeSession,
    sendCode,
    beginPasskey,
    beginEnrol,
    finishEnrol,
    removePasskey,
    changePassword,
    resetPassword,
    makeToken,
    revokeToken,
    addUser,
    amendUser,
    closeUser,
    createAdmin,
    setDemoPassword,
    giveGrant,
    endGrant,
    tidyUp,
  ],
  queries: [mySessions, myAccount, listTokens, listUsers, getUser, listGrants, listRoles, myPermissions, givableRoles],
  jobs: [tidyUpJob],
  texts,
  constraints: {
    user_account_name_key: () => refuse('access.user_name_taken', {}, { kind: 'conflict', field: 'userName' }),
    user_account_phone_key: () => refuse('access.phone_taken', {}, { kind: 'conflict', field: 'phone' }),
    passkey_credential_key: () => refuse('passkey.taken', {}, { kind: 'conflict' }),
  },
  erase: eraseAccounts,
}
