import axeCore, { type AxeResults, type Result, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  /** Present in a page after its source has run there. */
  var axe: { run(where: Element | Document, how: RunOptions): Promise<AxeResults> }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

function describe({ id, impact, help, nodes }: Result): string {
  const places = nodes
    .slice(0, 5)
    .map(
      (node) =>
        `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}\n      ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`,
    )
  return `  ${id} (${impact ?? 'unknown'}): ${help}, ${nodes.length} time(s)\n${places.join('\n')}`
}

/**
 * Fails with one paragraph for each violation of WCAG 2.2 AA that axe finds on the page as it stands now.
 * The page must have been opened with scripts: axe itself is one.
 */
export async function axe(page: Page, within?: string): Promise<void> {
  // As source, because an added <script> would be stopped by the page's security policy.
  await page.evaluate(axeCore.source)
  const violations = await page.evaluate(
    async ([selector, tags]) => {
      const scope = selector ? document.querySelector(selector) : document
      if (!scope) throw new Error(`nothing matches ${selector}`)
      const limit = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('axe took more than 20 seconds')), 20_000),
      )
      const results = await Promise.race([
        globalThis.axe.run(scope, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
        limit,
      ])
      return results.violations
    },
    [within ?? '', standards] as const,
  )
  if (violations.length > 0)
    throw new Error(`${page.url()} breaks ${violations.length} rule(s):\n${violations.map(describe).join('\n')}`)
}
