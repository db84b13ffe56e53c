import { z } from 'zod'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'
import { toPersonName } from '../primitives/name.ts'
import { textSchema } from '../primitives/text.ts'

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
    leavesAt: outputTime.nullable(),
    isConnected: z.boolean(),
  }),
  role: z.enum(['owner', 'moderator', 'viewer']),
})

const transport = z.enum(['cookie', 'bearer']).default('cookie')
const email = textSchema().max(254)
const password = z.string().max(1_000)

/** Body of `POST /api/session`. `bearer` answers with JSON and sets no cookie. */
export const signInSchema = z.object({ email, password, remember: z.boolean().default(false), transport })

/** Body of `POST /api/session/refresh` and `…/sign-out`. With `bearer` the token comes in it. */
export const refreshSchema = z.object({ refreshToken: z.string().max(500).optional(), transport })

/** Body of `POST /api/session/step-up`. */
export const stepUpSchema = z.object({ password })

/** Body of `POST /api/session/shop`. */
export const switchShopSchema = z.object({ shopId: idSchema('shop') })

/** Body of `POST /api/session/password`. */
export const changePasswordSchema = z.object({ currentPassword: password, newPassword: password, transport })

/** Body of `POST /api/session/password-reset`. */
export const passwordResetSchema = z.object({ email })

/** Body of `POST /api/session/password-reset/complete`. */
export const newPasswordSchema = z.object({ token: z.string().max(200), newPassword: password })

/** Body of `POST /api/session/magic-link`. */
export const magicLinkSchema = z.object({ email, next: z.string().max(2_000).optional() })

/** Body of `POST /api/session/magic-link/consume`: what the mail's link or the mail's words hold. */
export const magicLinkUseSchema = z.union([
  z.object({ token: z.string().max(200) }),
  z.object({ code: z.string().max(40) }),
])

/** Body of `POST /api/session/invitation`. Name and password are for people without an account. */
export const acceptInvitationSchema = z.object({
  token: z.string().max(200),
  name: textSchema().max(120).overwrite(toPersonName).optional(),
  password: password.optional(),
})

export const accountSchema = z.object({
  kind: z.enum(['member', 'operator']),
  user: z.object({ name: z.string(), email: z.string(), hasPassword: z.boolean() }),
  shops: z.array(
    z.object({
      id: outputId('shop'),
      name: z.string(),
      role: z.enum(['owner', 'moderator', 'viewer']),
      isCurrent: z.boolean(),
    }),
  ),
})

export const sessionListSchema = z.array(
  z.object({
    id: outputId('session'),
    browser: z.string().nullable(),
    place: z.string().nullable(),
    signedInAt: outputTime,
    lastSeenAt: outputTime,
    isCurrent: z.boolean(),
    isRemembered: z.boolean(),
  }),
)

export const endSessionSchema = z.object({ sessionId: idSchema('session') })
