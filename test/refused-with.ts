import { expect } from 'vitest'
import { mergeTexts } from '../src/kernel/i18n/index.ts'
import { Refusal, reportRefusal } from '../src/kernel/refusal/index.ts'
import type { TestCity } from './city.ts'

/** The first code, its field and the kind of a refusal, after asserting that both languages have words for all of it. */
export async function refusedWith(
  city: TestCity,
  work: Promise<unknown>,
): Promise<{ code: string; field: string | undefined; kind: string }> {
  const refusal = await work.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  if (!(refusal instanceof Refusal)) throw new Error(`Not refused: ${String(refusal)}`, { cause: refusal })
  const texts = mergeTexts(...city.app.registry.manifests.flatMap((manifest) => manifest.texts ?? []))
  for (const locale of ['id', 'en'] as const) {
    const report = reportRefusal(refusal, texts, locale)
    expect(report.message.length).toBeGreaterThan(10)
    for (const issue of report.issues) expect(issue.message.length).toBeGreaterThan(10)
  }
  const [issue] = refusal.issues
  return { code: issue?.code ?? refusal.code, field: issue?.field, kind: refusal.kind }
}
