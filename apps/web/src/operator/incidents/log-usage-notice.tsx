'use client'

import { sayCount } from '@afterword/language/say-count'
import { operatorIncidentsTexts } from '@afterword/language/texts/operator-incidents/texts'
import { useQuery } from '@tanstack/react-query'
import { Notice } from '#ui/notice.tsx'
import { useTRPC } from '#session/context.ts'

const { log: texts } = operatorIncidentsTexts

/** Says when some of today's calls and reports are missing from the logs, because too many came from some networks. */
export const LogUsageNotice = () => {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.operator.incident.logUsage.queryOptions())
  if (data === undefined || data.refusedRows === 0) return null
  const networks = sayCount(texts.networks, { count: data.networkCount }, operatorIncidentsTexts)
  return (
    <Notice tone="waiting">
      {sayCount(texts.limited, { count: data.refusedRows, networks }, operatorIncidentsTexts)}
    </Notice>
  )
}
