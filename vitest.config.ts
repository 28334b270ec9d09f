import { defineConfig } from 'vitest/config'

// Apart from vite.config.ts, so that the router's plugin is not loaded in tests.
const long = '**/*.long.test.ts'
const never = ['node_modules/**', 'build/**', 'data/**', '.react-router/**']
const base = {
  environment: 'node' as const,
  setupFiles: ['test/setup.ts'],
  hookTimeout: 30_000,
  // An address stands in a browser before its page does.
  expect: { poll: { timeout: 10_000 } },
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    allowOnly: false,
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...base,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: [...never, long],
          globalSetup: ['test/database/global-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...base,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          exclude: [...never, long],
          globalSetup: ['test/journeys/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...base,
          name: 'long',
          include: [long],
          exclude: never,
          globalSetup: ['test/database/global-setup.ts', 'test/journeys/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
