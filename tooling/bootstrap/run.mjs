import { spawn } from 'node:child_process'
import path from 'node:path'
import { node24, root } from './install.mjs'

const parentPollMs = 1_000

/**
 * Runs one of our TypeScript programs on Node 24 and ends as it ends. Signals go through to it; when
 * npm itself is killed, the program is told to stop, so that nothing is left behind.
 */
export const runOnNode24 = (args) => {
  const bin = path.join(root, 'node_modules/.bin')
  const child = spawn(node24, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.dirname(node24)}${path.delimiter}${bin}${path.delimiter}${process.env.PATH}` },
  })
  // Ctrl-C reaches the child by itself, through the terminal's process group; we wait for it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) child.kill('SIGTERM')
  }, parentPollMs)
  child.on('error', (error) => {
    console.error(`Could not run ${node24}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    clearInterval(watch)
    process.exit(code ?? (signal === null ? 0 : 1))
  })
}
