import { type ChildProcess, execFile, fork } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const findFreePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

interface Ready {
  readonly type: 'ready'
  /** What the server made for the load to use. */
  readonly tokens?: readonly string[]
}

/** Starts a server and waits until it says that it is ready. */
export const startServerWithTokens = async (
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; tokens: readonly string[] }> => {
  const { NODE_ENV: _nodeEnv, ...inherited } = process.env
  const profile = process.env['BENCH_PROFILE'] === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir=.data/profiles']
  const child = fork(path.resolve(import.meta.dirname, '..', script), {
    env: { ...inherited, NODE_ENV: 'production', DRAIN_SECONDS: '0', ...env },
    execArgv: profile,
  })
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready))
    child.once('exit', (code) => reject(new Error(`${script} ended while starting (code ${code}).`)))
  })
  return { child, tokens: ready.tokens ?? [] }
}

/** Starts one of our servers. */
export const startServer = async (script: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> =>
  (await startServerWithTokens(script, env)).child

export const stopServer = async (child: ChildProcess): Promise<void> => {
  const isGone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await isGone
}

export interface Load {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Asks one address from a third process. */
export const measure = async (url: string, connections: number, seconds: number): Promise<Load> => {
  const script = path.join(import.meta.dirname, 'load.ts')
  const { stdout } = await run(process.execPath, [script, url, String(connections), String(seconds)])
  return JSON.parse(stdout) as Load
}
