import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What this build is called in reports and incidents: `AFTERWORD_RELEASE` where whoever builds it sets
 * one, else the commit it was built from, else the version.
 */
export const readRelease = (): string => {
  const given = process.env['AFTERWORD_RELEASE'] ?? ''
  if (given !== '') return given
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
      version?: string
    }
    return version ?? 'unknown'
  }
}
