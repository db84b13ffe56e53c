import { type Auth, createAuth } from '@afterword/auth/auth'
import { createKeyring, type Keyring } from '@afterword/auth/keyring'
import { openDatabase } from '@afterword/db/connection/client'
import type { JobQueue } from '@afterword/jobs/job-queue'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { globalTracer } from '@afterword/tracing/global-tracer'
import type { Tracer } from '@opentelemetry/api'
import { type Env, readEnv, readTracingEnv, tellNextAuth } from './env.ts'

export interface WebDeps {
  readonly env: Env
  readonly auth: Auth
  readonly keyring: Keyring
  readonly service: ServiceDeps
  /** Undefined where nothing is traced. */
  readonly tracer: Tracer | undefined
  /** Whether people reach us over https, which decides the names of the cookies. */
  readonly isSecure: boolean
}

/** Pages read; whatever changes something goes through apps/api, which has the real queue. */
const readOnlyQueue: JobQueue = {
  enqueue: async () => {
    throw new Error('a page tried to enqueue a job')
  },
}

const onLostEvent = ({
  type,
  sessionId,
}: {
  readonly type: string
  readonly sessionId?: string | null | undefined
}): void => {
  process.stderr.write(`The event ${type} of session ${sessionId ?? 'none'} could not be written.\n`)
}

const createDeps = (): WebDeps => {
  const env = readEnv()
  tellNextAuth(env.PUBLIC_URL)
  const tracer = readTracingEnv().settings === null ? undefined : globalTracer()
  const { db, onClosed } = openDatabase({
    url: env.DATABASE_URL,
    maxConnections: 8,
    applicationName: 'afterword-web',
    tracer,
  })
  const keyring = createKeyring(env.AFTERWORD_SECRET)
  const now = (): Date => new Date()
  const auth = createAuth({ db, keyring, publicUrl: env.PUBLIC_URL, now, onLostEvent })
  onClosed(auth.arrivals.forget)
  return {
    env,
    keyring,
    tracer,
    auth,
    service: { db, jobs: readOnlyQueue, keyring, publicUrl: env.PUBLIC_URL, now },
    isSecure: env.PUBLIC_URL.startsWith('https:'),
  }
}

// Next loads this module once per bundle and again after each edit; the pool must stay one.
const kept = globalThis as typeof globalThis & { afterwordWebDeps?: WebDeps }

/** What this process needs, opened when the first page asks for it. */
export const webDeps = (): WebDeps => (kept.afterwordWebDeps ??= createDeps())
