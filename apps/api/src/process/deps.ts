import { type Auth, createAuth } from '@afterword/auth/auth'
import { createKeyring } from '@afterword/auth/keyring'
import { openDatabase } from '@afterword/db/connection/client'
import type { Gate } from '@afterword/db/connection/gate'
import { createLogger, type Logger } from '@afterword/logger'
import { type AttemptRecorder, createAttemptRecorder } from '@afterword/services/insight/attempt/attempt-recorder'
import { createLogQuotas, type LogQuotas } from '@afterword/services/insight/attempt/log-quota'
import { createPublicFetch } from '@afterword/public-fetch/create-public-fetch'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { activeTraceparent } from '@afterword/tracing/active-span'
import { reportCollector } from '@afterword/tracing/report-collector'
import { startTracing } from '@afterword/tracing/start-tracing'
import type { Tracer } from '@opentelemetry/api'
import { type Admission, createAdmission } from '../admission/admission.ts'
import { createStartLine, type StartLine } from '../admission/start-line.ts'
import type { IsTrustedProxy } from './trusted-proxies.ts'
import type { Env } from './env.ts'
import { createDrain, type Drain } from './drain.ts'

/** What routes need; made once when the process starts. */
export interface ApiDeps {
  readonly service: ServiceDeps
  readonly auth: Auth
  readonly logger: Logger
  /** The line before the database, whose length tells how busy we are. */
  readonly gate: Gate
  /** Decides which requests are let in. */
  readonly admission: Admission
  /** Where reads that were let in wait for their turn. */
  readonly startLine: StartLine
  readonly drain: Drain
  readonly attempts: AttemptRecorder
  /** What calls and reports may take of the disk in a day. */
  readonly logQuotas: LogQuotas
  /** Absent where nothing is traced. */
  readonly tracer?: Tracer | undefined
  readonly webUrl: string
  /** Whether people reach us over https, which decides the names of the cookies. */
  readonly isSecure: boolean
  readonly isTrustedProxy: IsTrustedProxy
  /** Pages are built while they are edited: their scripts need `eval` and a WebSocket. */
  readonly isDevelopment: boolean
}

export interface OpenedDeps {
  readonly deps: ApiDeps
  readonly close: () => Promise<void>
}

/** Requests in flight that a burst may reach, two hundred of them visitors'; more are refused however calm it was. */
const mostInFlight = 320
/** Not refused to visitors and staff while a queue stands: a small burst, and twice the connections, so that none is idle. */
const fewestInFlight = 32
/** Reviews being sent at once: a burst of so many is served. */
const mostReviewsInFlight = 24
/** What one network may have of the places of a lane. */
const networkShare = 0.5
/** Reads that run at once; enough to keep every connection busy. */
const fewestReads = 16

/** What was done and could not be recorded stands in this process's log, and how often that has happened by now. */
const reportLostRecords = (logger: Logger): NonNullable<ServiceDeps['onLostRecord']> => {
  let lostCount = 0
  return (record, error) => {
    lostCount += 1
    logger.error({ err: error, record, lostCount }, 'done, but not recorded')
  }
}

export const openDeps = async (env: Env): Promise<OpenedDeps> => {
  const logger = createLogger({ name: 'api', level: env.LOG_LEVEL })
  const tracing = await startTracing(env.tracing, {
    serviceName: 'afterword-api',
    release: env.AFTERWORD_RELEASE,
    onChange: reportCollector(logger),
  })
  const { db, gate, onClosed, close } = openDatabase({
    url: env.DATABASE_URL,
    maxConnections: env.DATABASE_CONNECTIONS,
    applicationName: 'afterword-api',
    tracer: tracing?.tracer,
  })
  const onQueueError = (error: Error): void => logger.error({ err: error }, 'job queue')
  const queue = openJobQueue(db, onQueueError, tracing === null ? undefined : activeTraceparent)
  await queue.start()
  const keyring = createKeyring(env.AFTERWORD_SECRET)
  const now = (): Date => new Date()
  const onLoss = (count: number, error: unknown): void => {
    logger.warn({ err: error, count }, 'attempts were not logged')
  }
  const onLostRecord = reportLostRecords(logger)
  const auth = createAuth({ db, keyring, publicUrl: env.PUBLIC_URL, now, onLostEvent: onLostRecord })
  onClosed(auth.arrivals.forget)
  const logQuotas = createLogQuotas(env.AFTERWORD_LOG_MB_PER_DAY)
  const attempts = createAttemptRecorder({ db, now, onLoss, quota: logQuotas.attempts })
  return {
    deps: {
      service: {
        db,
        jobs: queue.jobs,
        keyring,
        publicUrl: env.PUBLIC_URL,
        fetchPublic: createPublicFetch({
          allowedHosts: [new URL(env.PUBLIC_URL).host, ...env.AFTERWORD_ALLOWED_HOSTS],
        }),
        now,
        onLostRecord,
      },
      auth,
      logger,
      gate,
      admission: createAdmission({
        ceiling: mostInFlight,
        floor: Math.max(fewestInFlight, 2 * env.DATABASE_CONNECTIONS),
        mostReviews: Math.max(mostReviewsInFlight, 2 * env.DATABASE_CONNECTIONS),
        networkShare,
      }),
      startLine: createStartLine(Math.max(fewestReads, 2 * env.DATABASE_CONNECTIONS)),
      drain: createDrain(),
      attempts,
      logQuotas,
      tracer: tracing?.tracer,
      webUrl: env.WEB_URL,
      isSecure: env.PUBLIC_URL.startsWith('https:'),
      isTrustedProxy: env.TRUST_PROXY,
      isDevelopment: env.NODE_ENV === 'development',
    },
    async close() {
      await attempts.stop()
      await queue.stop()
      await close()
      await tracing?.stop()
    },
  }
}
