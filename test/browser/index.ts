import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run listens. */
    browser: string
    /** The address of the built program, without a slash at its end. */
    site: string
  }
}

export interface PageOptions {
  /** Width of the window in CSS pixels; 320 is the narrowest that must work. */
  width?: number
  height?: number
  locale?: 'id' | 'en'
  /** false for the visitor whose scripts never arrive. */
  scripts?: boolean
  /** 2 gives text of 200 %. */
  zoom?: number
}

let browser: Promise<Browser> | undefined
const contexts: BrowserContext[] = []
const faults: string[] = []

/** A new visitor without cookies, at the built program. Faults of the page's scripts and refusals of its security policy fail the test. */
export async function newPage({
  width = 390,
  height = 844,
  locale = 'id',
  scripts = true,
  zoom = 1,
}: PageOptions = {}): Promise<Page> {
  browser ??= chromium.connect(inject('browser'), { timeout: 15_000 })
  const context = await (
    await browser
  ).newContext({
    baseURL: inject('site'),
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    locale: locale === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    javaScriptEnabled: scripts,
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  context.setDefaultTimeout(10_000)
  context.setDefaultNavigationTimeout(15_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // An answer of 409 or 422 is reported by the browser as a failed load, and is often what a journey wants to see.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`${page.url()}: ${message.text()}`)
  })
  return page
}

/** The faults so far, which are then forgotten: for a test that expects one. */
export const takeFaults = (): string[] => faults.splice(0)

afterEach(() => {
  const found = takeFaults()
  if (found.length > 0) throw new Error(`The page reported:\n${found.join('\n')}`)
})

afterAll(async () => {
  await Promise.all(contexts.splice(0).map(async (context) => context.close()))
  await (await browser)?.close()
})

/** Fails when the page scrolls sideways (WCAG 1.4.10), and says what sticks out. */
export async function fitsSideways(page: Page): Promise<void> {
  // A followed link is there before its style sheet.
  await page.waitForLoadState('load')
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= limit) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .map(
        (element) =>
          `<${element.tagName.toLowerCase()} class="${element.className}"> to ${Math.round(element.getBoundingClientRect().right)} of ${limit}`,
      )
  })
  if (wide.length > 0) throw new Error(`${page.url()} is wider than its window:\n${wide.slice(0, 10).join('\n')}`)
}

/** Keeps a picture in `test-results/`, for a person to look at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync('test-results', { recursive: true })
  const path = join('test-results', `${name}.png`)
  await page.screenshot({ path, fullPage: true, timeout: 15_000 })
  return path
}
