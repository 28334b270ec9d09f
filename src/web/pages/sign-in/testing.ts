import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'
import type { TestCity } from '../../../../test/city.ts'
import { mergeTexts } from '../../../kernel/i18n/index.ts'
import { reportRefusal } from '../../../kernel/refusal/index.ts'
import { SESSION_COOKIE } from '../../../kernel/sign-in/index.ts'
import { createWebApp } from '../../app.ts'
import type { WebApp } from '../../app.ts'
import { ensureBuild } from '../../build.ts'
import { identifyBy } from '../../identify.ts'
import { createPages } from '../../pages.ts'
import type { WebServices } from '../../start-web.ts'
import { webServices } from '../../testing.ts'

/** The web side of the invented city. */
export function cityServices(city: TestCity): WebServices {
  const texts = mergeTexts(...city.app.registry.manifests.flatMap((manifest) => manifest.texts ?? []))
  return webServices({
    sessionCookie: SESSION_COOKIE,
    identify: identifyBy(city.app),
    report: (refusal, locale) => reportRefusal(refusal, texts, locale),
    fault: (error) => {
      throw error
    },
  })
}

/** The whole web side of the invented city, without a socket. */
export async function cityWeb(city: TestCity): Promise<WebApp> {
  const build = await ensureBuild(path.resolve(import.meta.dirname, '../../../..'))
  const router = (await import(pathToFileURL(build.serverFile).href)) as ServerBuild
  const services = cityServices(city)
  const pages = createPages(router, { mode: 'production', ...services })
  return createWebApp({ ...services, pages: async () => pages })
}

/** A browser that keeps cookies, follows no redirect and runs no script. */
export function visitor(web: WebApp) {
  const jar = new Map<string, string>()
  async function ask(
    address: string,
    init: RequestInit = {},
  ): Promise<{ status: number; to: string | null; html: string }> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      'user-agent': 'Firefox/140.0 (Linux)',
      ...(cookie === '' ? {} : { cookie }),
      origin: 'http://localhost',
    }
    const response = await web.request(address, { ...init, headers })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=')
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }
  return {
    jar,
    get: (address: string) => ask(address),
    post: (address: string, form: Record<string, string>) =>
      ask(address, { method: 'POST', body: new URLSearchParams(form) }),
  }
}
