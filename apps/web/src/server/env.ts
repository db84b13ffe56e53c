import { readTracingSettings, type TracingSettings } from '@afterword/tracing/tracing-settings'
import { withoutClosingSlashes } from '@afterword/validation/primitives/public-url'
import { z } from 'zod'

/** An empty variable counts as unset. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value))

const allOrNone = (values: readonly (string | null)[]): boolean =>
  values.every((value) => value === null) || values.every((value) => value !== null)

const envSchema = z
  .object({
    DATABASE_URL: z.string({ error: 'Set DATABASE_URL to the address of the Postgres database.' }).min(1),
    PUBLIC_URL: z
      .url({ error: 'Set PUBLIC_URL to the address people open, e.g. https://reviews.example.com.' })
      .transform(withoutClosingSlashes),
    AFTERWORD_SECRET: z
      .string({ error: 'Set AFTERWORD_SECRET to a random text of at least 32 characters.' })
      .min(32, 'AFTERWORD_SECRET must have at least 32 characters.'),
    GOOGLE_CLIENT_ID: optional,
    GOOGLE_CLIENT_SECRET: optional,
    OIDC_ISSUER: optional.refine((value) => value === null || /^https?:\/\//.test(value), {
      error: 'Set OIDC_ISSUER to the address of the OpenID provider, e.g. https://login.example.com.',
    }),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_NAME: optional,
  })
  .refine((env) => allOrNone([env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET]), {
    error: 'Set both GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, or neither.',
  })
  .refine((env) => allOrNone([env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET]), {
    error: 'Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none.',
  })
  .transform(({ GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, ...env }) => ({
    DATABASE_URL: env.DATABASE_URL,
    PUBLIC_URL: env.PUBLIC_URL,
    AFTERWORD_SECRET: env.AFTERWORD_SECRET,
    /** Where people may sign in besides here; null where nothing is set. */
    signInProviders: {
      google:
        GOOGLE_CLIENT_ID === null || GOOGLE_CLIENT_SECRET === null
          ? null
          : { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET },
      oidc:
        env.OIDC_ISSUER === null || env.OIDC_CLIENT_ID === null || env.OIDC_CLIENT_SECRET === null
          ? null
          : {
              issuer: env.OIDC_ISSUER,
              clientId: env.OIDC_CLIENT_ID,
              clientSecret: env.OIDC_CLIENT_SECRET,
              name: env.OIDC_NAME ?? 'single sign-on',
            },
    },
  }))

export type Env = z.infer<typeof envSchema>

/** Reads the environment. @throws Error whose message says what to set */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const result = envSchema.safeParse(source)
  if (result.success) return result.data
  throw new Error(result.error.issues.map((issue) => issue.message).join(' '))
}

const listenSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_001),
  HOST: z.string().min(1).default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
})

/** Where the page server listens: an internal address, behind apps/api. */
export const readListenEnv = (
  source: Readonly<Record<string, string | undefined>> = process.env,
): { readonly port: number; readonly host: string; readonly isDevelopment: boolean } => {
  const { PORT, HOST, NODE_ENV } = listenSchema.parse(source)
  return { port: PORT, host: HOST, isDevelopment: NODE_ENV === 'development' }
}

/** Whether the gallery of interface parts is served: in development, and where the browser tests ask for it. */
export const showsGallery = (source: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  source['AFTERWORD_GALLERY'] === '1' || readListenEnv(source).isDevelopment

/** What is traced, null when nothing is, and what this version is called there. */
export const readTracingEnv = (
  source: Readonly<Record<string, string | undefined>> = process.env,
): { readonly settings: TracingSettings | null; readonly release: string } => ({
  settings: readTracingSettings(source),
  release: source['AFTERWORD_RELEASE'] ?? 'development',
})

/** next-auth reads its own address from the environment and from nowhere else. */
export const tellNextAuth = (publicUrl: string): void => {
  process.env['NEXTAUTH_URL'] = publicUrl
}
