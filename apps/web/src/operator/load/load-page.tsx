'use client'

import { operatorLoadTexts as texts } from '@afterword/language/texts/operator-load/texts'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '#ui/skeleton.tsx'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { DayBefore } from './day-before.tsx'
import { ScheduleEditor } from './schedule-editor.tsx'

/** When the daily work of all shops runs, what that does to the day, and how the day before was. */
export const LoadPage = () => {
  const trpc = useTRPC()
  const schedule = useQuery(trpc.operator.schedule.get.queryOptions(undefined, { refetchOnWindowFocus: false }))
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody className="pt-2">
        {schedule.isError && <LoadFailed error={schedule.error} onRetry={() => void schedule.refetch()} />}
        {schedule.isPending && (
          <div role="status" aria-label={texts.loading} className="grid gap-6">
            <Skeleton className="h-44 w-full" />
            <Skeleton className="h-80 w-full" />
            <Skeleton className="h-80 w-full" />
          </div>
        )}
        {schedule.data !== undefined && (
          <>
            <ScheduleEditor schedule={schedule.data} onReload={() => void schedule.refetch()} />
            <DayBefore dayBefore={schedule.data.dayBefore} />
          </>
        )}
      </PageBody>
    </main>
  )
}
