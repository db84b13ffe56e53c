import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium to test with: `CHROMIUM_PATH`, Playwright's own, the system's; undefined when there
 * is none yet.
 */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...systemPaths].find(
    (candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate),
  )

const attempts: readonly (readonly [program: string, ...args: string[]])[] = [
  ['playwright', 'install', 'chromium'],
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
]

/** The same, installing one when there is none. @throws Error when that cannot be done here */
export const ensureChromium = (): string => {
  for (const [program, ...args] of attempts) {
    const found = findChromium()
    if (found !== undefined) return found
    spawnSync(program, args, { stdio: 'ignore', timeout: 300_000 })
  }
  const found = findChromium()
  if (found === undefined) throw new Error('No Chromium was found or could be installed: set CHROMIUM_PATH to one.')
  return found
}
