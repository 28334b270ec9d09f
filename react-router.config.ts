import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  buildDirectory: process.env['DAHA_BUILD_DIR'] ?? 'build/by-hand',
  ssr: true,
  // All routes at once: field pages must find their way with no signal.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
