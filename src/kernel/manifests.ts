import { accessManifest } from './access/manifest.ts'
import { auditManifest } from './audit/manifest.ts'
import { calendarManifest } from './calendar/manifest.ts'
import { erasureManifest } from './erasure/manifest.ts'
import { filesManifest } from './files/manifest.ts'
import { indicatorManifest } from './indicator/manifest.ts'
import { ledgerManifest } from './ledger/manifest.ts'
import { notifyManifest } from './notify/manifest.ts'
import { numberingManifest } from './numbering/manifest.ts'
import { refusalManifest } from './refusal/manifest.ts'
import { signInManifest } from './sign-in/manifest.ts'
import { tabularManifest } from './tabular/manifest.ts'
import { tasksManifest } from './tasks/manifest.ts'
import type { Manifest } from './registry/index.ts'

/** The kernel's own parts, in the order in which their tables are made. */
export const kernelManifests: readonly Manifest[] = [
  refusalManifest,
  accessManifest,
  auditManifest,
  erasureManifest,
  ledgerManifest,
  indicatorManifest,
  numberingManifest,
  notifyManifest,
  calendarManifest,
  tasksManifest,
  tabularManifest,
  filesManifest,
  signInManifest,
]
