'use client'

import { adminPeopleTexts as texts } from '@afterword/language/texts/admin-people/texts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { isFocusAdrift } from '#ui/return-focus.ts'
import { StatusBar, statusBarSpace } from '#ui/status-bar.tsx'
import { cn } from '#ui/cn.ts'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { useNow } from '#time/use-now.ts'
import { InvitationRow } from './invitation-row.tsx'
import { InviteForm } from './invite-form.tsx'
import { MemberRow } from './member-row.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { type Member, useMemberActs } from './use-member-acts.ts'

const listStyle = 'rounded-xl border border-line bg-surface'

/** Who belongs to the shop. Every member sees it; owners change it. */
export const MembersPage = ({ isOwner }: { isOwner: boolean }) => {
  const list = useQuery(useTRPC().admin.member.list.queryOptions())
  const acts = useMemberActs()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const now = useNow()
  const { isBusy, failure, perform } = acts
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed may be gone with its row: the focus then moves to the result.
    if ((acts.done ?? failure) !== null && isFocusAdrift()) outcome.current?.focus()
  }, [acts.done, failure])
  const refusedInvitation = failure?.act.kind === 'invite' ? failure.words : null
  const rights = { isManaged: isOwner, isBusy }
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody className={cn('pt-2', statusBarSpace)}>
        <StatusBar>
          <div ref={outcome} tabIndex={-1} className="outline-none">
            <div role="status">{acts.done !== null && <Notice tone="good">{acts.done}</Notice>}</div>
            <div role="alert">
              {failure !== null && failure.act.kind !== 'invite' && <Notice tone="bad">{failure.words}</Notice>}
            </div>
          </div>
        </StatusBar>
        {isOwner && (
          <InviteForm
            isBusy={isBusy}
            error={refusedInvitation}
            onInvite={async (invited) => await perform({ kind: 'invite', ...invited })}
          />
        )}
        {list.isError && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && (
          <div role="status" aria-label={texts.loading} className="grid gap-3">
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-16 w-full" />
          </div>
        )}
        {list.data !== undefined && (
          <section aria-labelledby="members-title" className="grid gap-2">
            <h2 id="members-title" className="text-lg font-semibold">
              {texts.members}
            </h2>
            <ul className={listStyle}>
              {list.data.members.map((member) => (
                <MemberRow
                  key={member.userId}
                  member={member}
                  {...rights}
                  onChangeRole={async (role) => await perform({ kind: 'changeRole', member, role })}
                  onRemove={() => setLeaving(member)}
                />
              ))}
            </ul>
          </section>
        )}
        {list.data !== undefined && list.data.invitations.length > 0 && (
          <section aria-labelledby="invitations-title" className="grid gap-2">
            <h2 id="invitations-title" className="text-lg font-semibold">
              {texts.invitations}
            </h2>
            <ul className={listStyle}>
              {list.data.invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  now={now}
                  {...rights}
                  onResend={() => void perform({ kind: 'resend', invitation })}
                  onRevoke={() => void perform({ kind: 'revoke', invitation })}
                />
              ))}
            </ul>
          </section>
        )}
        {!isOwner && <p className="text-ink-soft">{texts.onlyOwners}</p>}
      </PageBody>
      <RemoveDialog
        member={leaving}
        onClose={() => setLeaving(null)}
        onRemove={(member) => void perform({ kind: 'remove', member })}
      />
      {acts.dialog}
    </main>
  )
}
