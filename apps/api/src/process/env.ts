import { releaseSchema } from '@afterword/validation/incident/client-report'
import { readTracingSettings, type TracingSettings } from '@afterword/tracing/tracing-settings'
import { withoutClosingSlashes } from '@afterword/validation/primitives/public-url'
import { z } from 'zod'
import { parseTrustedProxies } from './trusted-proxies.ts'

const proxyWords =
  'Set TRUST_PROXY to how many proxies stand before us (e.g. 1), or to their addresses: e.g. 10.0.0.0/8,192.0.2.7 or loopback.'

const envSchema = z.object({
  PORT: z.coerce.number({ error: 'PORT must be a port number.' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ error: 'Set PUBLIC_URL to the address people open, e.g. https://reviews.example.com.' })
    .transform(withoutClosingSlashes),
  DATABASE_URL: z.string({ error: 'Set DATABASE_URL to the address of the Postgres database.' }).min(1),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(16),
  AFTERWORD_SECRET: z
    .string({ error: 'Set AFTERWORD_SECRET to a random text of at least 32 characters.' })
    .min(32, 'AFTERWORD_SECRET must have at least 32 characters.'),
  /** Where apps/web listens; every path that is not ours goes there. */
  WEB_URL: z.url({ error: 'Set WEB_URL to the internal address of apps/web, e.g. http://127.0.0.1:3001.' }),
  /** Whose `X-Forwarded-*` is to be believed. */
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text, context) => {
      const isTrusted = parseTrustedProxies(text)
      if (isTrusted !== null) return isTrusted
      context.addIssue({ code: 'custom', message: proxyWords })
      return z.NEVER
    }),
  /** How long `/readyz` says no before we stop: what a balancer needs to notice. 0 when none is there. */
  DRAIN_SECONDS: z.coerce.number({ error: 'DRAIN_SECONDS must be a number from 0 to 60.' }).min(0).max(60).default(5),
  /** What this version is called in the operator's plots. */
  AFTERWORD_RELEASE: releaseSchema.default('development'),
  /** What calls and reports may take of the disk in a day; beyond it they are counted and not kept. */
  AFTERWORD_LOG_MB_PER_DAY: z.coerce
    .number({ error: 'AFTERWORD_LOG_MB_PER_DAY must be a number of megabytes from 1 to 1000000.' })
    .min(1)
    .max(1_000_000)
    .default(1_024),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Env = z.infer<typeof envSchema> & {
  /** What is traced; null when nothing is. */
  readonly tracing: TracingSettings | null
  /** Whether TRUST_PROXY says anything. */
  readonly isProxyNamed: boolean
}

/** Reads the environment. @throws Error whose message says what to set */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const result = envSchema.safeParse(source)
  const isProxyNamed = (source['TRUST_PROXY'] ?? '') !== ''
  if (result.success) return { ...result.data, isProxyNamed, tracing: readTracingSettings(source) }
  throw new Error(result.error.issues.map((issue) => issue.message).join(' '))
}
