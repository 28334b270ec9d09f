import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { index, route } from '@react-router/dev/routes'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { signInRoutes } from './web/pages/sign-in/routes.ts'

const src = import.meta.dirname

/** Every room that has pages says so in `pages/routes.ts`, with files named from `src`. */
async function roomRoutes(): Promise<RouteConfigEntry[]> {
  const rooms = path.join(src, 'capabilities')
  const found: RouteConfigEntry[] = []
  for (const room of existsSync(rooms) ? readdirSync(rooms).toSorted() : []) {
    const file = path.join(rooms, room, 'pages', 'routes.ts')
    if (!existsSync(file)) continue
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: RouteConfigEntry[] }
    found.push(...module.default)
  }
  return found
}

const sheet = existsSync(path.join(src, 'ui/sheet/sheet.tsx')) ? [route('ui', './ui/sheet/sheet.tsx')] : []

export default [
  index('./web/pages/home.tsx'),
  ...signInRoutes,
  route('kelola/pengguna', './web/pages/settings/users.tsx'),
  route('kelola/pengguna/:userId', './web/pages/settings/user.tsx'),
  ...sheet,
  ...(await roomRoutes()),
  route('*', './web/pages/not-found.tsx'),
] satisfies RouteConfigEntry[]
