import { openDeps } from './process/deps.ts'
import { markRelease } from '@afterword/services/insight/attempt/mark-process'
import { readEnv } from './process/env.ts'
import { listenWide } from './listen-wide.ts'
import { createServer } from './server.ts'
import { stopServer } from './stop-server.ts'

/** Connections that may wait to be taken. Beyond it the kernel drops them without a word, and callers try again after a second: a refusal is faster. */
const connectionBacklog = 4_096

const env = readEnv()
const { deps, close } = await openDeps(env)
const app = await createServer(deps)

let isStopping = false
/** Finishes what is in flight, then what the process keeps, then the database. A second signal does not wait. */
const stop = async (): Promise<void> => {
  if (isStopping) process.exit(1)
  isStopping = true
  await stopServer(app, { drain: deps.drain, drainSeconds: env.DRAIN_SECONDS })
  await close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void stop())

if (deps.isSecure && !env.isProxyNamed) {
  deps.logger.warn('PUBLIC_URL is https but TRUST_PROXY is not set: behind a proxy, all callers count as one network')
}
await markRelease(deps.service.db, env.AFTERWORD_RELEASE)
await listenWide(app, { port: env.PORT, host: env.HOST, backlog: connectionBacklog })
process.send?.({ type: 'ready' })
