import { spawn } from 'node:child_process'
import path from 'node:path'

/** Builds what changed since the last build; turbo knows by the contents of the files. @throws Error */
export const buildChanged = async (root: string): Promise<void> => {
  const output: Buffer[] = []
  const code = await new Promise<number>((resolve, reject) => {
    const turbo = spawn(path.join(root, 'node_modules/.bin/turbo'), ['run', 'build', '--output-logs=errors-only'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    })
    turbo.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    turbo.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    turbo.once('error', reject)
    turbo.once('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  if (code !== 0) throw new Error(`The build failed.\n${Buffer.concat(output).toString('utf8')}`)
}
