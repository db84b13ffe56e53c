import { inviteMember } from '@afterword/services/people/invitation/invite-member'
import { resendInvitation } from '@afterword/services/people/invitation/resend-invitation'
import { revokeInvitation } from '@afterword/services/people/invitation/revoke-invitation'
import { changeRole } from '@afterword/services/people/member/change-role'
import { listMembers } from '@afterword/services/people/member/list-members'
import { removeMember } from '@afterword/services/people/member/remove-member'
import {
  changedInvitationSchema,
  changedRoleSchema,
  changeRoleSchema,
  invitationIdSchema,
  invitedSchema,
  inviteMemberSchema,
  memberIdSchema,
  memberListSchema,
  removedMemberSchema,
} from '@afterword/validation/session/member'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminMemberRouter = {
  list: memberProcedure.output(memberListSchema).query(async ({ ctx }) => await listMembers({ ctx: ctx.service })),
  invite: memberProcedure
    .meta({ sendsMail: true })
    .input(inviteMemberSchema)
    .output(invitedSchema)
    .mutation(async ({ ctx, input }) => await inviteMember({ ctx: ctx.service, input })),
  resendInvitation: memberProcedure
    .meta({ sendsMail: true })
    .input(invitationIdSchema)
    .output(changedInvitationSchema)
    .mutation(async ({ ctx, input }) => await resendInvitation({ ctx: ctx.service, input })),
  revokeInvitation: memberProcedure
    .input(invitationIdSchema)
    .output(changedInvitationSchema)
    .mutation(async ({ ctx, input }) => await revokeInvitation({ ctx: ctx.service, input })),
  changeRole: memberProcedure
    .input(changeRoleSchema)
    .output(changedRoleSchema)
    .mutation(async ({ ctx, input }) => await changeRole({ ctx: ctx.service, input })),
  remove: memberProcedure
    .input(memberIdSchema)
    .output(removedMemberSchema)
    .mutation(async ({ ctx, input }) => await removeMember({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
