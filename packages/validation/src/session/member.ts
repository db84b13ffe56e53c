import { z } from 'zod'
import { emailSchema } from '../primitives/email.ts'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'

export const memberRoleSchema = z.enum(['owner', 'moderator', 'viewer'])

/** Whoever knows a link can use it, so no invitation outlives this. */
export const invitationDays = 7

export const inviteMemberSchema = z.object({ email: emailSchema, role: memberRoleSchema })

export const changeRoleSchema = z.object({ userId: idSchema('user'), role: memberRoleSchema })

export const memberIdSchema = z.object({ userId: idSchema('user') })

export const invitationIdSchema = z.object({ invitationId: idSchema('invitation') })

/** Who belongs to a shop, and who was asked to. */
export const memberListSchema = z.object({
  members: z.array(
    z.object({
      userId: outputId('user'),
      name: z.string(),
      email: z.string(),
      role: memberRoleSchema,
      joinedAt: outputTime,
      isYou: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: outputId('invitation'),
      email: z.string(),
      role: memberRoleSchema,
      expiresAt: outputTime,
      isExpired: z.boolean(),
    }),
  ),
})

export const changedRoleSchema = z.object({ userId: outputId('user'), role: memberRoleSchema })
export const removedMemberSchema = z.object({ userId: outputId('user') })
export const changedInvitationSchema = z.object({ invitationId: outputId('invitation') })

/** How an invitation went out. `again`: there was an open one already, and its mail is sent anew. */
export const invitedSchema = z.object({ invitationId: outputId('invitation'), sent: z.enum(['first', 'again']) })

export type MemberRole = z.output<typeof memberRoleSchema>
export type MemberListView = z.output<typeof memberListSchema>
