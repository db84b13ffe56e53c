'use client'

import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { accountTexts } from '@afterword/language/texts/account/texts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { LoadFailed } from '#frame/load-failed.tsx'
import { useNow } from '#time/use-now.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { sayWith } from '#ui/say-with.ts'
import { StatusBar } from '#ui/status-bar.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { failureMessage } from '#call/failure-message.ts'
import type { SessionRow } from './account-view.ts'
import { EndOthersDialog } from './end-others-dialog.tsx'
import { Section } from './section.tsx'

const { browsers: texts } = accountTexts

interface SessionItemProps {
  session: SessionRow
  now: number
  isBusy: boolean
  onEnd: () => void
}

const nameOf = ({ browser }: SessionRow): string => browser ?? texts.unknown

const describeUse = ({ lastSeenAt, signedInAt, place }: SessionRow, now: number): ReactNode => {
  const lastUsed = <TimeAgo at={lastSeenAt} now={now} />
  const signedIn = <TimeAgo at={signedInAt} now={now} />
  return place === null
    ? sayWith(texts.used, { lastUsed, signedIn })
    : sayWith(texts.usedOnNetwork, { lastUsed, network: place, signedIn })
}

const SessionItem = ({ session, now, isBusy, onEnd }: SessionItemProps) => (
  <li className="flex items-start gap-x-4 py-3">
    <Monitor aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
    <div className="mr-auto grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{nameOf(session)}</span>
        {session.isCurrent && <Badge tone="good">{texts.thisOne}</Badge>}
        {session.isRemembered && <Badge>{texts.remembered}</Badge>}
      </p>
      <p className="text-sm text-ink-soft">{describeUse(session, now)}</p>
    </div>
    {!session.isCurrent && (
      <Button
        size="small"
        look="danger"
        disabled={isBusy}
        onClick={onEnd}
        aria-label={say(texts.signOutOf, { browser: nameOf(session) })}
      >
        {texts.signOut}
      </Button>
    )}
  </li>
)

/** The browsers in which the person is signed in, with buttons that sign them out. */
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
    setTold(sayCount(texts.ended, { count }, accountTexts))
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
    <Section id="browsers" title={texts.title} lead={texts.lead}>
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
            {texts.signOutOthers}
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
