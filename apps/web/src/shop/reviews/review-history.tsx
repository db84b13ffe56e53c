import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { useQuery } from '@tanstack/react-query'
import { sayWith } from '#ui/say-with.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { actionName } from './action-name.ts'

const { history: words } = texts

/** Who did what with this review, newest first. */
export const ReviewHistory = ({ reviewId, now }: { reviewId: string; now: number }) => {
  const trpc = useTRPC()
  const detail = useQuery(trpc.admin.review.get.queryOptions({ reviewId }))
  if (detail.isPending) return <Skeleton className="h-5 w-56" />
  if (detail.isError) return <p className="text-sm text-ink-soft">{words.failed}</p>
  const { history } = detail.data
  if (history.length === 0) return <p className="text-sm text-ink-soft">{words.none}</p>
  return (
    <ol className="grid gap-1 text-sm">
      {history.map((entry) => {
        const reason = entry.details?.to?.rejectReason ?? null
        return (
          <li key={`${entry.at} ${entry.action}`} className="flex flex-wrap gap-x-2">
            <span>{actionName(entry.action, entry.details?.to?.status)}</span>
            {reason !== null && <span className="text-ink-soft">{texts.rejectReasons[reason]}</span>}
            <span className="text-ink-soft">
              {sayWith(words.by, {
                actor: entry.actorName ?? (entry.actorKind === 'customer' ? words.customer : 'Afterword'),
                time: <TimeAgo at={entry.at} now={now} />,
              })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
