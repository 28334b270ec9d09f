import type { Manifest } from '../registry/index.ts'
import { eraseMessages } from './erase.ts'
import { mailboxGateway } from './gateway.ts'
import { messages } from './migrations/0001-messages.ts'
import { claimMessages, optIn, optOut, recordFailed, recordSent } from './operations.ts'
import { askDue, askMailbox, askMessages, askMine, askOptOuts } from './queries.ts'
import { sendDueJob } from './send-due.ts'
import { texts } from './texts/index.ts'

export const notifyManifest: Manifest = {
  name: 'notify',
  uses: [],
  migrations: [messages],
  tables: {
    message: {
      holds: 'personal',
      retention: 'two years after it was made (asumsi)',
      proof: 'rows',
      subject: 'toPersonId',
      personalColumns: ['toPhone', 'body'],
    },
    notify_opt_out: { holds: 'personal', retention: 'until it is taken back', proof: 'rows', subject: 'personId' },
  },
  permissions: { 'message.read': ['city_admin', 'auditor'] },
  operations: [claimMessages, recordSent, recordFailed, optOut, optIn],
  queries: [askMine, askOptOuts, askMailbox, askMessages, askDue],
  jobs: [sendDueJob(mailboxGateway())],
  texts,
  erase: eraseMessages,
}
