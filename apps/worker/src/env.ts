import { releaseSchema } from '@afterword/validation/incident/client-report'
import { readTracingSettings, type TracingSettings } from '@afterword/tracing/tracing-settings'
import { withoutClosingSlashes } from '@afterword/validation/primitives/public-url'
import { z } from 'zod'

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

/** What each variable must be, in the words of a refusal. */
const expectations = {
  DATABASE_URL: 'a Postgres address such as postgres://user:password@host:5432/afterword',
  SMTP_URL: 'a mail server such as smtp://user:password@host:587',
  PUBLIC_URL: 'the public address customers see, such as https://reviews.example.com',
  AFTERWORD_SECRET: 'at least 32 characters, the same for api, web and worker',
  MAIL_FROM: 'the address mails come from, such as reviews@example.com',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, silent',
  ALERT_WEBHOOK_URL: 'the address that takes alerts as JSON, such as https://hooks.example.com/afterword',
  AFTERWORD_RETENTION_DAYS: 'days from 1 to 365 for which attempts are kept',
  WORKER_CLAIM_SECONDS: 'seconds from 2 to 55 after which a dead worker\u2019s mail is sent by another',
  WORKER_SUPERVISE_SECONDS: 'seconds from 1 to 60 between looks for dead workers',
  AFTERWORD_RELEASE: 'a name of at most 60 letters, digits, dots, hyphens, plus signs or underscores',
} as const

const schema = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  SMTP_URL: url(['smtp:', 'smtps:']),
  PUBLIC_URL: url(['http:', 'https:']).transform(withoutClosingSlashes),
  AFTERWORD_SECRET: z.string().min(32),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ALERT_WEBHOOK_URL: url(['http:', 'https:']).optional(),
  AFTERWORD_RETENTION_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  WORKER_CLAIM_SECONDS: z.coerce.number().min(2).max(55).default(45),
  WORKER_SUPERVISE_SECONDS: z.coerce.number().min(1).max(60).default(10),
  AFTERWORD_RELEASE: releaseSchema.default('development'),
})

export interface WorkerEnv {
  readonly databaseUrl: string
  readonly smtpUrl: string
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly secret: string
  /** The sender's address; `reviews@` the public host unless set. */
  readonly mailFrom: string
  readonly logLevel: string
  readonly alertWebhookUrl: string | null
  readonly retentionDays: number
  readonly claimSeconds: number
  readonly superviseSeconds: number
  /** What this version is called in traces. */
  readonly release: string
  /** What is traced; null when nothing is. */
  readonly tracing: TracingSettings | null
}

const isExpected = (name: PropertyKey | undefined): name is keyof typeof expectations =>
  name !== undefined && Object.hasOwn(expectations, name)

/**
 * Reads the worker's settings. An empty variable counts as unset.
 *
 * @throws Error with one sentence that says what to set.
 */
export const readEnv = (variables: Readonly<Record<string, string | undefined>>): WorkerEnv => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schema.safeParse(set)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => issue.path[0]))].filter(isExpected)
    throw new Error(`Please set ${names.map((name) => `${name} (${expectations[name]})`).join(' and ')}.`)
  }
  const env = result.data
  return {
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    publicUrl: env.PUBLIC_URL,
    secret: env.AFTERWORD_SECRET,
    mailFrom: env.MAIL_FROM ?? `reviews@${new URL(env.PUBLIC_URL).hostname}`,
    logLevel: env.LOG_LEVEL,
    alertWebhookUrl: env.ALERT_WEBHOOK_URL ?? null,
    retentionDays: env.AFTERWORD_RETENTION_DAYS,
    claimSeconds: env.WORKER_CLAIM_SECONDS,
    superviseSeconds: env.WORKER_SUPERVISE_SECONDS,
    release: env.AFTERWORD_RELEASE,
    tracing: readTracingSettings(variables),
  }
}
