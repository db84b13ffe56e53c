import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { startTracing } from '@afterword/tracing/start-tracing'
import { readEnv, readListenEnv, readTracingEnv } from './src/server/env.ts'

/** Serves the pages on an internal address; apps/api stands before it and hands on who asked for what. */
const main = async (): Promise<void> => {
  readEnv()
  const { port, host, isDevelopment } = readListenEnv()
  const { settings, release } = readTracingEnv()
  const tracing = await startTracing(settings, {
    serviceName: 'afterword-web',
    release,
    onChange({ isReachable }) {
      process.stderr.write(isReachable ? 'Spans are taken again.\n' : 'Spans are not taken.\n')
    },
  })
  const server = createServer()
  const app = next({
    dev: isDevelopment,
    dir: fileURLToPath(new URL('.', import.meta.url)),
    hostname: host,
    port,
    httpServer: server,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => void handle(request, response))
  // Longer than the door's own, so that it never sends on a connection that is being closed.
  server.keepAliveTimeout = 75_000
  server.requestTimeout = 30_000

  let isClosing = false
  const close = (): void => {
    if (isClosing) return
    isClosing = true
    server.close(() => {
      void Promise.all([app.close(), tracing?.stop()]).finally(() => process.exit(0))
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
  process.on('disconnect', close)

  server.listen(port, host, () => process.send?.({ type: 'ready' }))
}

await main()
