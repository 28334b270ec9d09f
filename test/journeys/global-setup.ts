import type { TestProject } from 'vitest/node'
import { launchBrowser } from '../browser/chromium.ts'
import { startSite } from '../browser/site.ts'

/** One browser and one built program for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [browser, site] = await Promise.allSettled([launchBrowser(), startSite()])
  const close = async () => {
    if (browser.status === 'fulfilled') await browser.value.close()
    if (site.status === 'fulfilled') await site.value.stop()
  }
  if (browser.status === 'rejected' || site.status === 'rejected') {
    await close()
    throw new AggregateError(
      [browser, site].flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
      'No browser or no program for the journeys',
    )
  }
  project.provide('browser', browser.value.wsEndpoint())
  project.provide('site', site.value.url)
  return close
}
