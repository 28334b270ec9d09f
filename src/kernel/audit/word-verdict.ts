import { translator } from '../i18n/contract.ts'
import type { Locale } from '../i18n/contract.ts'
import type { Finding } from '../registry/index.ts'
import { texts } from './texts/index.ts'
import type { Verdict } from './verify.ts'

/** A verdict in the reader's language, one line each, for the command line. */
export function wordVerdict(verdict: Verdict, locale: Locale): string[] {
  const t = translator(texts, locale)
  const { checked, findings, unlisted } = verdict
  const { rows, tables, entries, seals } = checked
  if (findings.length === 0) {
    const unsealed = checked.unsealed > 0 ? [t('verify.unsealed', { n: checked.unsealed })] : []
    return [t('verify.passed', { rows, tables, entries, seals }), ...unsealed]
  }
  return [
    t('verify.failed', { n: findings.length + unlisted }),
    ...findings.map((finding) => wordFinding(finding, locale)),
    ...(unlisted > 0 ? [t('verify.unlisted', { n: unlisted })] : []),
    t('verify.next'),
  ]
}

function wordFinding({ table, id, what, detail }: Finding, locale: Locale): string {
  const t = translator(texts, locale)
  if (detail === 'trigger') return t('verify.trigger.inserted', { table, id })
  if (detail === 'table') return t(what === 'missing' ? 'verify.table.missing' : 'verify.table.inserted', { table })
  const line = t(`verify.what.${what}`, { table, id })
  return detail === undefined ? line : `${line} (${detail})`
}
