import { createLogger } from '@afterword/logger'
import { describeError } from '@afterword/logger'
import { activeLogIds } from '@afterword/tracing/active-span'
import { readEnv } from './env.ts'
import { registerTsx } from './tsx-hook.ts'

const main = async (): Promise<void> => {
  const env = readEnv(process.env)
  const idsOf = env.tracing === null ? undefined : activeLogIds
  const logger = createLogger({ name: 'worker', level: env.logLevel, idsOf })
  registerTsx()
  // Loaded late: what it imports can only be read once the hook is there.
  const { runWorker } = await import('./run-worker.ts')
  const worker = await runWorker(env, logger)

  let stopping = false
  const stop = (reason: string): void => {
    if (stopping) return
    stopping = true
    logger.info({ reason }, 'stopping')
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: describeError(error) }, 'stopped with an error')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', () => stop('SIGTERM'))
  process.once('SIGINT', () => stop('SIGINT'))
  // The process that started us is gone: nobody else would end us.
  process.once('disconnect', () => stop('parent gone'))
  process.send?.({ type: 'ready' })
  logger.info({ publicUrl: env.publicUrl }, 'ready')
}

main().catch((error: unknown) => {
  process.stderr.write(`The worker did not start. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
