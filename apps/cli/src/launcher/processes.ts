import { type ChildProcess, spawn } from 'node:child_process'

interface ProcessPlan {
  readonly name: string
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** More arguments for Node, before the script. */
  readonly nodeArgs?: readonly string[]
}

export interface Processes {
  /** Starts a process and waits until it says that it is ready. @throws Error when it ends first */
  readonly start: (plan: ProcessPlan) => Promise<void>
  /** Ends all of them, the last started first; kills what does not end within ten seconds. */
  readonly stop: () => Promise<void>
}

const stopTimeoutMs = 10_000

const waitForExit = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => child.once('exit', () => resolve()))
}

const stopOne = async (child: ChildProcess): Promise<void> => {
  const kill = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  child.kill('SIGTERM')
  await waitForExit(child)
  clearTimeout(kill)
}

/**
 * Our processes, each with a channel to us: one that loses it ends by itself, so that a killed
 * launcher leaves nothing behind.
 *
 * @param onUnexpectedExit  Called with a sentence when a process ends that nobody asked to end.
 */
export const createProcesses = (onUnexpectedExit: (sentence: string) => void): Processes => {
  const children: ChildProcess[] = []
  let isStopping = false

  return {
    async start({ name, script, env, nodeArgs = [] }) {
      const child = spawn(process.execPath, [...nodeArgs, script], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, ...env },
        // A group of its own: Ctrl-C reaches us alone, and we end them in order.
        detached: process.platform !== 'win32',
      })
      children.push(child)
      await new Promise<void>((resolve, reject) => {
        child.once('message', () => resolve())
        child.once('exit', (code) => reject(new Error(`${name} ended while starting (code ${code}).`)))
      })
      child.once('exit', (code, signal) => {
        if (!isStopping) onUnexpectedExit(`${name} ended unexpectedly (${signal ?? `code ${code}`}).`)
      })
    },
    async stop() {
      isStopping = true
      for (const child of children.toReversed()) await stopOne(child)
    },
  }
}
