import type { Manifest } from '../registry/index.ts'
import { entriesAndSeals } from './migrations/0001-entries-and-seals.ts'
import { texts } from './texts/index.ts'

export const auditManifest: Manifest = {
  name: 'audit',
  uses: [],
  migrations: [entriesAndSeals],
  texts,
  tables: {
    audit_entry: { holds: 'proof', retention: 'as long as the city', appendOnly: true, proof: 'own' },
    audit_seal: { holds: 'proof', retention: 'as long as the city', appendOnly: true, proof: 'own' },
    subject_key: { holds: 'secret', retention: 'until the person is erased', proof: 'rows' },
    erasure: {
      holds: 'proof',
      retention: 'as long as the city',
      appendOnly: true,
      proof: 'rows',
      id: ['personId'],
    },
  },
}
