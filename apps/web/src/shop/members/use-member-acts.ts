'use client'

import { say } from '@afterword/language/text'
import { adminPeopleTexts } from '@afterword/language/texts/admin-people/texts'
import type { MemberListView } from '@afterword/validation/session/member'
import type { MemberRole } from '@afterword/validation/session/rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useStepUp } from '#session/step-up.tsx'
import { useTRPC, useTRPCClient } from '#session/context.ts'
import { isStepUpDeclined } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'

const { done: texts } = adminPeopleTexts

export type Member = MemberListView['members'][number]
export type Invitation = MemberListView['invitations'][number]

export type MemberAct =
  | { readonly kind: 'invite'; readonly email: string; readonly role: MemberRole }
  | { readonly kind: 'resend'; readonly invitation: Invitation }
  | { readonly kind: 'revoke'; readonly invitation: Invitation }
  | { readonly kind: 'changeRole'; readonly member: Member; readonly role: MemberRole }
  | { readonly kind: 'remove'; readonly member: Member }

/** What was done, in words. */
const describeDone = (act: MemberAct): string => {
  switch (act.kind) {
    case 'invite':
      return say(texts.invite, { email: act.email })
    case 'resend':
      return say(texts.resend, { email: act.invitation.email })
    case 'revoke':
      return say(texts.revoke, { email: act.invitation.email })
    case 'changeRole':
      return say(texts.changeRole[act.role], { name: act.member.name })
    case 'remove':
      return say(texts.remove, { name: act.member.name })
  }
}

/** A member who acts on themselves may see less of this page afterwards, or nothing. */
const leavePage = (act: MemberAct): boolean => {
  if (act.kind === 'remove' && act.member.isYou) {
    globalThis.location.assign('/sign-in')
    return true
  }
  if (act.kind === 'changeRole' && act.member.isYou) {
    globalThis.location.reload()
    return true
  }
  return false
}

interface MemberActs {
  readonly perform: (act: MemberAct) => Promise<boolean>
  readonly isBusy: boolean
  /** What the last act did; null while there is none. */
  readonly done: string | null
  readonly failure: { readonly act: MemberAct; readonly words: string } | null
  /** Asks for the password; must be rendered. */
  readonly dialog: ReactNode
}

/** The owner's acts on the shop's people, one at a time. Each may ask for the password first. */
export const useMemberActs = (): MemberActs => {
  const { admin } = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const stepUp = useStepUp()

  const call = async (act: MemberAct): Promise<unknown> => {
    switch (act.kind) {
      case 'invite':
        return await admin.member.invite.mutate({ email: act.email, role: act.role })
      case 'resend':
        return await admin.member.resendInvitation.mutate({ invitationId: act.invitation.id })
      case 'revoke':
        return await admin.member.revokeInvitation.mutate({ invitationId: act.invitation.id })
      case 'changeRole':
        return await admin.member.changeRole.mutate({ userId: act.member.userId, role: act.role })
      case 'remove':
        return await admin.member.remove.mutate({ userId: act.member.userId })
    }
  }
  const acting = useMutation({
    mutationFn: async (act: MemberAct) => await stepUp.run(async () => await call(act)),
    onSettled: async (_result, error, act) => {
      if (error === null && leavePage(act)) return
      await queryClient.invalidateQueries({ queryKey: trpc.admin.member.pathKey() })
    },
  })

  const { variables: act, error } = acting
  const hasFailed = acting.isError && !isStepUpDeclined(error)
  return {
    isBusy: acting.isPending,
    done: acting.isSuccess && act !== undefined ? describeDone(act) : null,
    failure: hasFailed && act !== undefined ? { act, words: failureMessage(error) } : null,
    dialog: stepUp.dialog,
    async perform(next) {
      try {
        await acting.mutateAsync(next)
        return true
      } catch {
        return false
      }
    },
  }
}
