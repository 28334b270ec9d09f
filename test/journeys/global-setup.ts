import type { TestProject } from 'vitest/node'
import { launchBrowser } from '../browser/chromium.ts'

/** One browser and one built program for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchBrowser()
  project.provide('browser', browser.wsEndpoint())
  project.provide('site', 'http://127.0.0.1:1')
  return async () => {
    await browser.close()
  }
}
