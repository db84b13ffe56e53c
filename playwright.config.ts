import { defineConfig, devices } from '@playwright/test'
import { publicUrl } from './e2e/place.ts'
import { findChromium } from './tooling/test/chromium.ts'

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0

const chromium = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 800 },
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  },
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.data/playwright',
  snapshotPathTemplate: '{testDir}/{testFileDir}/appearance/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: { baseURL: publicUrl, trace: 'retain-on-failure', locale: 'en-US' },
  projects: [{ name: 'chromium', use: chromium }],
  webServer: {
    command: 'node e2e/serve.ts',
    url: `${publicUrl}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
  },
})
