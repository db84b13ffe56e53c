import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface WorkerProcess {
  readonly child: ChildProcess
  /** What it has written to its log. */
  readonly lines: () => string
  /** Its exit code and signal, once it has ended. */
  readonly ended: Promise<readonly [code: number | null, signal: string | null]>
}

/** A worker as `npm start` runs it: a process of its own, told apart by its `ready` message. */
export const startWorkerProcess = async (env: Readonly<Record<string, string>>): Promise<WorkerProcess> => {
  const child = fork(main, {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  let log = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8')
  })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8')
  })
  const ended = once(child, 'exit').then(([code, signal]) => [code as number | null, signal as string | null] as const)
  const message = once(child, 'message').then(([first]: unknown[]) => first)
  const first = await Promise.race([message, ended.then(() => ({ type: complaints }))])
  if (JSON.stringify(first) !== '{"type":"ready"}')
    throw new Error(`The worker did not start: ${JSON.stringify(first)}`)
  return { child, ended, lines: () => log }
}
