import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { exchange, type HttpAnswer, type HttpCall, startUpstream, urlOf } from './api-server.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const shiftClock = new URL('shift-clock.ts', import.meta.url)

/** The same as in services' review world: sessions opened there are good here. */
const secret = 'a secret of thirty-two characters or more'
export const publicUrl = 'http://reviews.example'

export interface Caller {
  /** One request exactly as written. */
  readonly send: (path: string, call?: HttpCall) => Promise<HttpAnswer>
  /** A call as our own pages make it. */
  readonly sendOwn: (path: string, json: unknown, headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer>
}

export interface ApiProcess extends Caller {
  readonly port: number
  readonly child: ChildProcess
  readonly logLines: () => string
  /** Ends it without a word, as the kernel does when memory is short. */
  readonly kill: () => Promise<void>
  /** Ends it as an operator does. */
  readonly stop: () => Promise<void>
}

interface ApiOptions {
  readonly databaseUrl: string
  readonly publicUrl?: string
  /** How wrong this process's clock is. */
  readonly clockMinutes?: number
  readonly env?: Readonly<Record<string, string>>
}

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = Number(new URL(urlOf(server)).port)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Anyone who calls a port of this machine, where an api listens or something before one. */
export const createCaller = (port: number, origin = publicUrl): Caller => {
  const url = `http://127.0.0.1:${port}`
  return {
    send: async (path, call = {}) => await exchange(url, path, call),
    sendOwn: async (path, json, headers = {}) =>
      await exchange(url, path, {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'content-type': 'application/json', 'x-app': '1', origin, ...headers },
      }),
  }
}

/** Waits for `ready`. @throws Error with what the process printed when it ends first */
const untilReady = async (child: ChildProcess, log: () => string): Promise<void> => {
  const isReady = once(child, 'message').then(() => true)
  const hasEnded = once(child, 'exit').then(() => false)
  if (!(await Promise.race([isReady, hasEnded]))) throw new Error(`The api did not start: ${log()}`)
}

/** apps/api as `npm start` runs it: `main.ts` in a process of its own, over a test's database. */
export const startApiProcess = async (options: ApiOptions): Promise<ApiProcess> => {
  const [port, upstream] = [await findFreePort(), await startUpstream()]
  const origin = options.publicUrl ?? publicUrl
  const child = fork(main, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv:
      options.clockMinutes === undefined ? [] : ['--import', `${shiftClock.href}?minutes=${options.clockMinutes}`],
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: origin,
      DATABASE_URL: options.databaseUrl,
      DATABASE_CONNECTIONS: '10',
      AFTERWORD_SECRET: secret,
      WEB_URL: urlOf(upstream),
      LOG_LEVEL: 'debug',
      DRAIN_SECONDS: '0',
      ...options.env,
    },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await untilReady(child, () => log)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    upstream.close()
    if (child.exitCode !== null || child.signalCode !== null) return
    const isGone = once(child, 'exit')
    child.kill(signal)
    await isGone
  }
  return {
    ...createCaller(port, origin),
    port,
    child,
    logLines: () => log,
    kill: async () => await end('SIGKILL'),
    stop: async () => await end('SIGTERM'),
  }
}

/**
 * Two api processes over one database of a test's, whose job queue is set up first. They believe the
 * proxy before them, so that a test may say where a call comes from.
 */
export const startTwoApis = async (databaseUrl: string): Promise<readonly [ApiProcess, ApiProcess]> => {
  await migrateJobs(databaseUrl)
  const options = { databaseUrl, env: { TRUST_PROXY: '1' } }
  return await Promise.all([startApiProcess(options), startApiProcess(options)])
}
