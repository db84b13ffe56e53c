import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the running code is called in incidents: the name given, else its commit, as in apps/web/next.config.ts. */
export const findRelease = async (root: string, given: string | undefined): Promise<string> => {
  if (given !== undefined) return given
  try {
    return (await run('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root })).stdout.trim()
  } catch {
    return 'development'
  }
}
