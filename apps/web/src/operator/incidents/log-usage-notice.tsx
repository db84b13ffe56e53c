'use client'

import { useQuery } from '@tanstack/react-query'
import { Notice } from '#ui/notice.tsx'
import { useTRPC } from '#session/context.ts'
import { countOf } from '#operator/attempts/verdict-words.ts'

/** Says when some of today's calls and reports are missing from the logs, because somebody sent too many. */
export const LogUsageNotice = () => {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.operator.incident.logUsage.queryOptions())
  if (data === undefined || data.refusedRows === 0) return null
  return (
    <Notice tone="waiting">
      {countOf(data.refusedRows, 'call or report', 'calls and reports')} from {countOf(data.networkCount, 'network')}{' '}
      exceeded today’s log limit and {data.refusedRows === 1 ? 'was' : 'were'} not stored. Incidents that depend on them
      show “Unknown”. To raise the limit, set AFTERWORD_LOG_MB_PER_DAY.
    </Notice>
  )
}
