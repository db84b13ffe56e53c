import { releaseSchema } from '@afterword/validation/incident/client-report'
import { withoutClosingSlashes } from '@afterword/validation/primitives/public-url'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

const envSchema = z.object({
  PORT: z.coerce.number({ error: 'PORT must be a port number.' }).int().min(1).max(65_535).default(3000),
  PUBLIC_URL: z.url({ error: 'PUBLIC_URL must be an address such as https://reviews.example.com.' }).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  MIGRATION_DATABASE_URL: z.string().min(1).optional(),
  SMTP_URL: z.string().min(1).optional(),
  STORAGE_URL: z.string().min(1).optional(),
  AFTERWORD_DATA_DIR: z.string().min(1).default('.data'),
  AFTERWORD_SECRET: z.string().min(32, 'AFTERWORD_SECRET must have at least 32 characters.').optional(),
  AFTERWORD_DEMO: z.stringbool({ error: 'AFTERWORD_DEMO must be true or false.' }).default(true),
  AFTERWORD_RELEASE: releaseSchema.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export interface Env {
  readonly root: string
  readonly port: number
  readonly publicUrl: string
  /** The same where it was given, and not made from the port. */
  readonly givenPublicUrl: string | undefined
  readonly databaseUrl: string | undefined
  /** The same database as another role, which alone migrates it. */
  readonly migrationDatabaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly dataDir: string
  readonly secret: string | undefined
  /** Whether an empty database gets the demo shop. */
  readonly isDemoWanted: boolean
  readonly release: string | undefined
  readonly logLevel: string
}

/** Reads the environment. Empty variables count as unset. @throws Error whose message says what to set */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(set)
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join(' '))
  const env = result.data
  return {
    root,
    port: env.PORT,
    publicUrl: withoutClosingSlashes(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`),
    givenPublicUrl: env.PUBLIC_URL === undefined ? undefined : withoutClosingSlashes(env.PUBLIC_URL),
    databaseUrl: env.DATABASE_URL,
    migrationDatabaseUrl: env.MIGRATION_DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    dataDir: path.resolve(root, env.AFTERWORD_DATA_DIR),
    secret: env.AFTERWORD_SECRET,
    isDemoWanted: env.AFTERWORD_DEMO,
    release: env.AFTERWORD_RELEASE,
    logLevel: env.LOG_LEVEL,
  }
}
