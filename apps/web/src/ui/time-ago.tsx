'use client'

import { useIsAlive } from './use-is-alive.ts'
import { formatExactTime, formatTimeAgo } from '#time/format-time.ts'

/** A relative time; the exact one on hover and for screen readers. */
export const TimeAgo = ({ at, now, className }: { at: string; now: number; className?: string }) => {
  // The server does not know the reader's zone; the first picture in the browser must be the same.
  const exact = formatExactTime(at, useIsAlive() ? undefined : 'UTC')
  return (
    <time dateTime={at} title={exact} suppressHydrationWarning className={className}>
      <span aria-hidden suppressHydrationWarning>
        {formatTimeAgo(at, now)}
      </span>
      <span className="sr-only">{exact}</span>
    </time>
  )
}
