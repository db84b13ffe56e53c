'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '#frame/load-failed.tsx'
import { useNow } from '#time/use-now.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusBar } from '#ui/status-bar.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { failureMessage } from '#call/failure-message.ts'
import type { SessionRow } from './account-view.ts'
import { EndOthersDialog } from './end-others-dialog.tsx'
import { Section } from './section.tsx'

interface SessionItemProps {
  session: SessionRow
  now: number
  isBusy: boolean
  onEnd: () => void
}

const nameOf = ({ browser }: SessionRow): string => browser ?? 'Another program'

const SessionItem = ({ session, now, isBusy, onEnd }: SessionItemProps) => (
  <li className="flex items-start gap-x-4 py-3">
    <Monitor aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
    <div className="mr-auto grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{nameOf(session)}</span>
        {session.isCurrent && <Badge tone="good">This browser</Badge>}
        {session.isRemembered && <Badge>Stays signed in</Badge>}
      </p>
      <p className="text-sm text-ink-soft">
        Last used <TimeAgo at={session.lastSeenAt} now={now} />
        {session.place !== null && <> · network {session.place}</>}
        {' · signed in '}
        <TimeAgo at={session.signedInAt} now={now} />
      </p>
    </div>
    {!session.isCurrent && (
      <Button size="small" look="danger" disabled={isBusy} onClick={onEnd} aria-label={`Sign out ${nameOf(session)}`}>
        Sign out
      </Button>
    )}
  </li>
)

const wordsForEnded = (count: number): string =>
  count === 1 ? 'One browser was signed out.' : `${count} browsers were signed out.`

/** Where the person is signed in, and the means to end it. */
export const SessionList = ({ initial }: { initial: SessionRow[] }) => {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const now = useNow()
  const [isAsking, setIsAsking] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const sessions = useQuery(trpc.admin.account.sessions.queryOptions(undefined, { initialData: initial }))
  const settle = {
    onMutate: () => setTold(null),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.admin.account.sessions.queryKey() }),
  }
  const tell = (count: number): void => {
    setTold(wordsForEnded(count))
    // The button that was pressed is gone.
    document.querySelector<HTMLElement>('#browsers')?.focus()
  }
  const end = useMutation(trpc.admin.account.endSession.mutationOptions({ ...settle, onSuccess: () => tell(1) }))
  const endOthers = useMutation(
    trpc.admin.account.endOtherSessions.mutationOptions({ ...settle, onSuccess: ({ ended }) => tell(ended) }),
  )
  const isBusy = end.isPending || endOthers.isPending
  const error = end.error ?? endOthers.error
  const others = sessions.data.filter((session) => !session.isCurrent)
  return (
    <Section
      id="browsers"
      title="Where you are signed in"
      lead="If you don’t recognise one, sign it out and change your password."
    >
      {sessions.isError && <LoadFailed error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <StatusBar>
        <div role="alert">{error !== null && <Notice tone="bad">{failureMessage(error)}</Notice>}</div>
        <div role="status">{told !== null && <Notice tone="good">{told}</Notice>}</div>
      </StatusBar>
      <ul className="divide-y divide-line">
        {sessions.data.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            now={now}
            isBusy={isBusy}
            onEnd={() => end.mutate({ sessionId: session.id })}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <Button look="danger" disabled={isBusy} onClick={() => setIsAsking(true)}>
            Sign out all others
          </Button>
        </div>
      )}
      <EndOthersDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          endOthers.mutate()
        }}
      />
    </Section>
  )
}
