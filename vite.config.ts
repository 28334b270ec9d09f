import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { serverDoors } from './src/web/server-doors.ts'

export default defineConfig({
  plugins: [serverDoors(), reactRouter()],
  build: {
    // Old phones: the floor is Chrome 80 (2020), the last to be had on Android 5 and 6 is far above it.
    target: ['chrome87', 'firefox78', 'safari14'],
    assetsInlineLimit: 0, // a data: URL in a style sheet is stopped by the Content-Security-Policy
    sourcemap: false,
  },
  // Named, because the first visit would reload the page once for each that is found later.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom/client',
      'react-router',
      'react-router/dom',
      '@lingui/core',
      '@lingui/message-utils/compileMessage',
      'zod',
    ],
  },
  server: { watch: { ignored: ['**/data/**', '**/build/**', '**/*.test.ts'] } },
})
