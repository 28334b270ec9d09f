import type { Manifest } from '../registry/index.ts'
import { eraseAccounts } from './erase-accounts.ts'
import { placesUsersGrants } from './migrations/0001-places-users-grants.ts'
import { kindOfUser } from './migrations/0002-kind-of-user.ts'
import { texts } from './texts/index.ts'

export const accessManifest: Manifest = {
  name: 'access',
  uses: [],
  migrations: [placesUsersGrants, kindOfUser],
  texts,
  tables: {
    place: { holds: 'public', retention: 'as long as the city', proof: 'rows' },
    user_account: {
      holds: 'personal',
      retention: 'ten years after the account was closed',
      proof: 'rows',
      subject: 'id',
      personalColumns: ['userName', 'displayName', 'phone'],
    },
    role_grant: { holds: 'operational', retention: 'ten years after it ended', proof: 'rows' },
  },
  erase: eraseAccounts,
}
