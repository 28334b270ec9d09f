import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { anyone, signedIn } from '../../access/index.ts'
import { addMinutes } from '../../clock/index.ts'
import { operation } from '../../operation/index.ts'
import type { OperationContext } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import {
  BeginPasskey,
  BegunPasskey,
  FinishEnrol,
  OpenedSession,
  OpenWithPasskey,
  PasskeyInput,
  PasskeyRow,
  ProvedSession,
} from '../contract.ts'
import { sessionOf, startSession } from '../sessions.ts'
import type { PasskeyTable, SignInTables } from '../tables.ts'
import { requireActiveUser } from '../users.ts'
import { renewProof } from './session.ts'

const CHALLENGE_MINUTES = 5
/** EdDSA, ES256, RS256 (IANA COSE Algorithms). */
const ALGORITHMS = [-8, -7, -257] as const

type Context = OperationContext<SignInTables>

/** A passkey is bound to the address of the site (WebAuthn Level 3 §5.1.2), so a door without one has no passkeys. */
function siteOf({ sentFrom }: Context): { origin: string; rpId: string } {
  if (sentFrom.origin === undefined) throw refuse('passkey.no_site', {}, { kind: 'precondition' })
  return { origin: sentFrom.origin, rpId: new URL(sentFrom.origin).hostname }
}

export const beginEnrol = operation<SignInTables>()({
  name: 'passkey.begin_enrol',
  about: 'What the browser needs to make a passkey for one’s own account.',
  input: BeginPasskey,
  output: BegunPasskey,
  allow: signedIn(),
  grave: true,
  async run(context) {
    const { userId } = sessionOf(context)
    context.about(userId)
    const user = await requireActiveUser(context.tx, userId)
    const mine = await context.tx
      .selectFrom('passkey')
      .select(['credentialId', 'transports'])
      .where('userId', '=', userId)
      .execute()
    const options = await generateRegistrationOptions({
      rpName: `Daha ${context.city.name}`,
      rpID: siteOf(context).rpId,
      userName: user.userName,
      userDisplayName: user.displayName,
      userID: new Uint8Array(Buffer.from(userId)),
      attestationType: 'none',
      supportedAlgorithmIDs: [...ALGORITHMS],
      excludeCredentials: mine.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: split(transports),
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    return { challengeId: await insertChallenge(context, 'enrol', userId, options.challenge), options: { ...options } }
  },
})

export const finishEnrol = operation<SignInTables>()({
  name: 'passkey.finish_enrol',
  about: 'Keeps the passkey that the browser made.',
  input: FinishEnrol,
  output: PasskeyRow,
  allow: signedIn(),
  async run(context, { challengeId, response, label }) {
    const { userId } = sessionOf(context)
    context.about(userId)
    const { origin, rpId } = siteOf(context)
    const challenge = await spendChallenge(context, 'enrol', challengeId, userId)
    const verified = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    }).catch(wrong)
    if (!verified.verified) return wrong()
    const { credential } = verified.registrationInfo
    const row = await context.write.insert('passkey', {
      id: context.newId(),
      userId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: (credential.transports ?? []).join(','),
      label,
      madeAt: context.now,
    })
    return { passkeyId: row.id, label, madeAt: row.madeAt }
  },
})

export const beginPasskey = operation<SignInTables>()({
  name: 'passkey.begin',
  about: 'What the browser needs to sign in, or to prove again who acts, with a passkey.',
  input: BeginPasskey,
  output: BegunPasskey,
  allow: anyone(),
  async run(context) {
    const options = await generateAuthenticationOptions({ rpID: siteOf(context).rpId, userVerification: 'required' })
    return { challengeId: await insertChallenge(context, 'sign_in', null, options.challenge), options: { ...options } }
  },
})

export const openWithPasskey = operation<SignInTables>()({
  name: 'session.open_with_passkey',
  about: 'Signs in with a passkey.',
  input: OpenWithPasskey,
  output: OpenedSession,
  allow: anyone(),
  async run(context, input) {
    const passkey = await checkPasskey(context, input)
    const user = await requireActiveUser(context.tx, passkey.userId).catch(wrong)
    context.about(user.id)
    return startSession(context, user)
  },
})

export const proveWithPasskey = operation<SignInTables>()({
  name: 'session.prove_with_passkey',
  about: 'Proves again who acts in this session, by passkey.',
  input: OpenWithPasskey,
  output: ProvedSession,
  allow: signedIn(),
  async run(context, input) {
    const { userId, sessionId } = sessionOf(context)
    if ((await checkPasskey(context, input)).userId !== userId) return wrong()
    return renewProof(context, sessionId)
  },
})

export const removePasskey = operation<SignInTables>()({
  name: 'passkey.remove',
  about: 'Removes one of one’s own passkeys.',
  input: PasskeyInput,
  output: z.null(),
  allow: signedIn(),
  grave: true,
  async run(context, { passkeyId }) {
    const { userId } = sessionOf(context)
    const [row] = await context.write.remove('passkey', { id: passkeyId, userId })
    if (!row) throw refuse('passkey.unknown', {}, { kind: 'not_found' })
    return null
  },
})

/** A signature cannot be guessed, so that a wrong one is refused and not counted. */
async function checkPasskey(
  context: Context,
  input: z.output<typeof OpenWithPasskey>,
): Promise<Selectable<PasskeyTable>> {
  const { origin, rpId } = siteOf(context)
  const challenge = await spendChallenge(context, 'sign_in', input.challengeId, null)
  const passkey = await context.tx
    .selectFrom('passkey')
    .selectAll()
    .where('credentialId', '=', input.response.id)
    .executeTakeFirst()
  if (!passkey) return wrong()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: input.response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.signCount,
      transports: split(passkey.transports),
    },
    requireUserVerification: true,
  }).catch(wrong)
  if (!verified) return wrong()
  const { newCounter } = authenticationInfo
  if (newCounter !== passkey.signCount)
    await context.write.update('passkey', { signCount: newCounter }, { id: passkey.id })
  return passkey
}

async function insertChallenge(
  { write, newId, now }: Context,
  purpose: 'enrol' | 'sign_in',
  userId: string | null,
  challenge: string,
): Promise<string> {
  const row = { id: newId(), purpose, userId, challenge, expiresAt: addMinutes(now, CHALLENGE_MINUTES), usedAt: null }
  return (await write.insert('passkeyChallenge', row)).id
}

/** Good once. */
async function spendChallenge(
  context: Context,
  purpose: 'enrol' | 'sign_in',
  id: string,
  userId: string | null,
): Promise<string> {
  const [row] = await context.write.update(
    'passkeyChallenge',
    { usedAt: context.now },
    { id, purpose, userId, usedAt: null },
  )
  if (!row || row.expiresAt <= context.now) throw refuse('passkey.too_late', {}, { kind: 'precondition' })
  return row.challenge
}

/** One answer for whatever is wrong; the library's reasons help nobody who is honest. */
function wrong(): never {
  throw refuse('passkey.wrong', {}, { kind: 'invalid' })
}

const split = (transports: string) => (transports === '' ? [] : transports.split(','))
