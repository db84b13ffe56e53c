import { z } from 'zod'
import { mostEmailLength } from '../primitives/email.ts'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'
import { nameLimits, toPersonName } from '../primitives/name.ts'
import { textSchema } from '../primitives/text.ts'
import { memberRoleSchema } from './member.ts'
import { passwordLength, sessionKinds } from './rules.ts'

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
    /** When what waits ends for good, while the shop's platform says it removed us; null while it is connected. */
    leavesAt: outputTime.nullable(),
    /** Whether the shop's platform has told us of anything yet, and has not removed us since. */
    isConnected: z.boolean(),
  }),
  role: memberRoleSchema,
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type CurrentSession = z.input<typeof sessionViewSchema>

const transport = z.enum(['cookie', 'bearer']).default('cookie')
const email = textSchema().max(mostEmailLength)
const password = z.string().max(passwordLength.most)

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
  name: textSchema().max(nameLimits.typed).overwrite(toPersonName).optional(),
  password: password.optional(),
})

export const accountSchema = z.object({
  kind: z.enum(sessionKinds),
  user: z.object({ name: z.string(), email: z.string(), hasPassword: z.boolean() }),
  shops: z.array(
    z.object({
      id: outputId('shop'),
      name: z.string(),
      role: memberRoleSchema,
      /** Whether this session acts for it. */
      isCurrent: z.boolean(),
    }),
  ),
})
export type Account = z.input<typeof accountSchema>

export const sessionListSchema = z.array(
  z.object({
    id: outputId('session'),
    /** Browser family, e.g. `Firefox`; null when it named none we know. */
    browser: z.string().nullable(),
    /** The network it signed in from, e.g. `192.0.2.0/24`. */
    place: z.string().nullable(),
    signedInAt: outputTime,
    lastSeenAt: outputTime,
    isCurrent: z.boolean(),
    isRemembered: z.boolean(),
  }),
)
export type SessionEntry = z.input<typeof sessionListSchema>[number]

export const endSessionSchema = z.object({ sessionId: idSchema('session') })
