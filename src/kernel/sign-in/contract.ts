/** The isomorphic door: what goes in and comes out. */
import { z } from 'zod'
import { CivilDate, Instant } from '../clock/contract.ts'
import { Id } from '../id/contract.ts'
import { pageInput, pageOf, personal, secret } from '../schema/contract.ts'

export const SESSION_COOKIE = 'daha_session'
export const DEVICE_COOKIE = 'daha_device'

/** A user name or a phone number, as typed. */
const TypedName = personal(z.string().trim().min(1).max(100))
export const TypedSecret = secret(z.string().min(1).max(200))
const TypedCode = secret(z.string().trim().min(1).max(40))
const TypedPhone = personal(z.string().trim().min(1).max(40))

const UserName = personal(
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{2,39}$/)
    .meta({ description: 'Small letters, digits, dot, dash; begins with a letter; 3 to 40 characters' }),
)
const DisplayName = personal(z.string().trim().min(2).max(80))
const Role = z.string().regex(/^[a-z][a-z_]{1,39}$/)
const Label = z.string().trim().min(1).max(60)

// ── sessions ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const OpenSession = z.strictObject({
  userName: TypedName,
  password: TypedSecret,
  /** Wanted when `password` is a one-time password. */
  newPassword: TypedSecret.optional(),
})
/** `token` is in this answer only: what is stored of it is a hash, so that the answer to a replay has none. */
export const OpenedSession = z.strictObject({
  token: secret(z.string()),
  sessionId: Id,
  userId: Id,
  expiresAt: Instant,
})
export const OpenWithCode = z.strictObject({ phone: TypedPhone, code: TypedCode })
export const SendCode = z.strictObject({ phone: TypedPhone })
export const SentCode = z.strictObject({ minutes: z.int() })
export const ProveSession = z.strictObject({ password: TypedSecret })
export const ProvedSession = z.strictObject({ provedAt: Instant })
export const RevokeSession = z.strictObject({ sessionId: Id })

export const DeviceRow = z.strictObject({
  sessionId: Id,
  label: z.string(),
  madeAt: Instant,
  provedAt: Instant,
  expiresAt: Instant,
  current: z.boolean(),
})

// ── passkeys ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What the browser made; it is checked by the passkey library, not here. */
const BrowserAnswer = secret(z.looseObject({ id: z.string().min(1).max(2000) }))
const BrowserQuestion = z.looseObject({ challenge: z.string() })

export const BeginPasskey = z.strictObject({})
/** `options` go to the browser as they are. */
export const BegunPasskey = z.strictObject({ challengeId: Id, options: secret(BrowserQuestion) })
export const FinishEnrol = z.strictObject({ challengeId: Id, response: BrowserAnswer, label: Label })
export const OpenWithPasskey = z.strictObject({ challengeId: Id, response: BrowserAnswer })
export const PasskeyInput = z.strictObject({ passkeyId: Id })
export const PasskeyRow = z.strictObject({ passkeyId: Id, label: z.string(), madeAt: Instant })

// ── passwords and tokens ───────────────────────────────────────────────────────────────────────────────────────────

export const ChangePassword = z.strictObject({ password: TypedSecret.optional(), newPassword: TypedSecret })
export const ResetPassword = z.strictObject({ userId: Id })
/** Shown once, to be handed to the user; a replay does not have it. */
export const OneTimePassword = z.strictObject({ userId: Id, oneTimePassword: secret(z.string()) })

/** The token is good up to and with that day. */
export const MakeToken = z.strictObject({ label: Label, expiresOn: CivilDate })
export const MadeToken = z.strictObject({ tokenId: Id, token: secret(z.string()) })
export const RevokeToken = z.strictObject({ tokenId: Id })
export const TokenRow = z.strictObject({
  tokenId: Id,
  userId: Id,
  userName: personal(z.string()),
  label: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
})
export const ListTokens = z.strictObject({ ...pageInput, everybody: z.boolean().default(false) })
export const TokenPage = pageOf(TokenRow)

// ── users and grants ───────────────────────────────────────────────────────────────────────────────────────────────

const GrantTerms = {
  role: Role,
  placeId: Id,
  validFrom: CivilDate.optional(),
  validTo: CivilDate.nullable().optional(),
}

export const AddUser = z.strictObject({
  userName: UserName,
  displayName: DisplayName,
  phone: TypedPhone.optional(),
  ...GrantTerms,
})
export const AmendUser = z.strictObject({
  userId: Id,
  userName: UserName.optional(),
  displayName: DisplayName.optional(),
  phone: TypedPhone.nullable().optional(),
})
export const UserDone = z.strictObject({ userId: Id })
/** `handOverTo` is wanted when the user still has open work. */
export const CloseUser = z.strictObject({ userId: Id, handOverTo: Id.optional() })
export const ClosedUser = z.strictObject({ userId: Id, handedOver: z.int() })
export const GiveGrant = z.strictObject({ userId: Id, ...GrantTerms })
export const GivenGrant = z.strictObject({ grantId: Id })
/** The grant holds up to and with that day; today unless said. */
export const EndGrant = z.strictObject({ grantId: Id, validTo: CivilDate.optional() })
export const CreateAdmin = z.strictObject({
  userName: UserName,
  displayName: DisplayName,
  phone: TypedPhone.optional(),
  /** Without it a one-time password is made. */
  password: TypedSecret.optional(),
})
export const CreatedAdmin = z.strictObject({ userId: Id, oneTimePassword: secret(z.string()).optional() })

const GrantRow = z.strictObject({
  grantId: Id,
  userId: Id,
  displayName: personal(z.string()),
  role: z.string(),
  placeId: Id,
  placeName: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate.nullable(),
})
export const ListGrants = z.strictObject({
  ...pageInput,
  userId: Id.optional(),
  placeId: Id.optional(),
  role: Role.optional(),
  /** Only grants that hold on this day. */
  on: CivilDate.optional(),
})
export const GrantPage = pageOf(GrantRow)

const UserRow = z.strictObject({
  userId: Id,
  userName: personal(z.string()),
  displayName: personal(z.string()),
  phone: personal(z.string().nullable()),
  kind: z.enum(['staff', 'resident']),
  status: z.enum(['active', 'closed']),
  madeAt: Instant,
  /** Duties that hold today. */
  roles: z.array(z.string()),
})
export const ListUsers = z.strictObject({
  ...pageInput,
  /** A part of the user name, the name or the phone number. */
  q: z.string().trim().max(100).default(''),
  role: Role.optional(),
  /** Users with a duty at this place or under it. */
  placeId: Id.optional(),
  status: z.enum(['active', 'closed']).default('active'),
  kind: z.enum(['staff', 'resident']).default('staff'),
  sort: z.enum(['name', '-name', 'madeAt', '-madeAt']).default('name'),
})
export const UserPage = pageOf(UserRow)
export const GetUser = z.strictObject({ userId: Id })
export const UserDetail = z.strictObject({ ...UserRow.shape, grants: z.array(GrantRow) })

export const RoleRow = z.strictObject({ role: z.string(), permissions: z.array(z.string()) })

export const AtPlaces = z.strictObject({ placeIds: z.array(Id).max(1000) })
export const HeldPermissions = z.array(z.strictObject({ placeId: Id, permissions: z.array(z.string()) }))
export const GivableRoles = z.array(z.strictObject({ role: z.string(), placeIds: z.array(Id) }))

export const MyAccount = z.strictObject({
  userId: Id,
  userName: personal(z.string()),
  displayName: personal(z.string()),
  phone: personal(z.string().nullable()),
  kind: z.enum(['staff', 'resident']),
  hasPassword: z.boolean(),
  /** When this session last proved who it is; nothing for a token. */
  provedAt: Instant.nullable(),
  grants: z.array(GrantRow),
  passkeys: z.array(PasskeyRow),
  mayMakeTokens: z.boolean(),
})

/** Names of roles, `role.teller`, for pages. */
export { texts as roleTexts } from './texts/index.ts'
