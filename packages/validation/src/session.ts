import { z } from 'zod'
import { outputId } from './output.ts'
import { textSchema } from './text.ts'

export const sessionViewSchema = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  shop: z.object({
    id: outputId('shop'),
    name: z.string(),
    accessCode: z.string(),
    domain: z.string(),
    currency: z.string(),
    locale: z.string(),
    accentColor: z.string(),
  }),
  role: z.enum(['owner', 'moderator', 'viewer']),
})

/** Body of `POST /api/session`. `bearer` answers with JSON and sets no cookie. */
export const signInSchema = z.object({
  email: textSchema().max(254),
  password: z.string().max(1_000),
  transport: z.enum(['cookie', 'bearer']).default('cookie'),
})

/** Body of `POST /api/session/refresh` and `…/sign-out`. With `bearer` the token comes in it. */
export const refreshSchema = z.object({
  refreshToken: z.string().max(500).optional(),
  transport: z.enum(['cookie', 'bearer']).default('cookie'),
})
