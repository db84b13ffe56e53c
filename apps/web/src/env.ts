import { z } from 'zod'

const envSchema = z.object({
  DATABASE_URL: z.string({ error: 'Set DATABASE_URL to the address of the Postgres database.' }).min(1),
  PUBLIC_URL: z
    .url({ error: 'Set PUBLIC_URL to the address people open, e.g. https://reviews.example.com.' })
    .transform((url) => url.replace(/\/+$/, '')),
  AFTERWORD_SECRET: z
    .string({ error: 'Set AFTERWORD_SECRET to a random text of at least 32 characters.' })
    .min(32, 'AFTERWORD_SECRET must have at least 32 characters.'),
})

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

/** next-auth reads its own address from the environment and from nowhere else. */
export const tellNextAuth = (publicUrl: string): void => {
  process.env['NEXTAUTH_URL'] = publicUrl
}
