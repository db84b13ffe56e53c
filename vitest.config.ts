import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One more than vitest takes on two cores: many tests wait for others' time limits.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,tooling,e2e}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/.next/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['{apps,packages}/**/*.db.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
