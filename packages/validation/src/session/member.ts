import { z } from 'zod'
import { emailSchema } from '../primitives/email-schema.ts'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'
import { memberRoles } from './rules.ts'

export const memberRoleSchema = z.enum(memberRoles)

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
  /** Neither accepted nor taken back; one past its end can be sent again. */
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

/** How an invitation went out. `again`: there was an open one already; it got the new role, a new end and a new mail. */
export const invitedSchema = z.object({ invitationId: outputId('invitation'), sent: z.enum(['first', 'again']) })

export type MemberList = z.input<typeof memberListSchema>
export type MemberListView = z.output<typeof memberListSchema>
export type Invited = z.input<typeof invitedSchema>
export type InviteMember = z.output<typeof inviteMemberSchema>
export type ChangeRole = z.output<typeof changeRoleSchema>
