'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { cn } from '#ui/cn.ts'

interface ReviewListProps {
  rows: readonly ModerationReviewView[]
  selectedId: string | null
  hrefOf: (row: ModerationReviewView) => string
  onSelect: (row: ModerationReviewView) => void
  now: number
}

export const ReviewList = ({ rows, selectedId, hrefOf, onSelect, now }: ReviewListProps) => (
  <ul {...useOneTabStop<HTMLUListElement>()} aria-label={texts.title} className="divide-y divide-line">
    {rows.map((row) => (
      <li key={row.id}>
        <a
          id={`row-${row.id}`}
          href={hrefOf(row)}
          data-stop
          aria-current={row.id === selectedId ? 'true' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onSelect(row)
          }}
          className={cn(
            'grid grid-cols-[minmax(0,1fr)] gap-1 border-l-2 px-4 py-3 transition-colors focus-visible:-outline-offset-2',
            row.id === selectedId
              ? 'border-transparent lg:border-accent lg:bg-accent-soft'
              : 'border-transparent hover:bg-sunken',
          )}
        >
          <span className="flex items-center gap-2">
            <StarRating value={row.rating} label={starsLabel(row.rating)} starClassName="size-3.5" />
            <span className="truncate text-sm font-semibold">{row.product.title}</span>
            <TimeAgo
              at={row.createdAt}
              now={now}
              className="ml-auto shrink-0 text-sm whitespace-nowrap text-ink-soft"
            />
          </span>
          <span dir="auto" className="line-clamp-2 text-md">
            {row.title !== null && <span className="font-semibold">{row.title} </span>}
            {row.body}
          </span>
          <span className="truncate text-sm text-ink-soft">
            <bdi>{row.authorName}</bdi>
          </span>
        </a>
      </li>
    ))}
  </ul>
)
