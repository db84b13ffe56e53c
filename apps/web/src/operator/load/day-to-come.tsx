'use client'

import { say } from '@afterword/language/text'
import { operatorLoadTexts } from '@afterword/language/texts/operator-load/texts'
import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { cn } from '#ui/cn.ts'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import type { DayPlotData } from './day-layout.ts'
import { DayPlot } from './day-plot.tsx'
import { describeDay, describeSpread } from './load-words.ts'
import type { SchedulePreview } from './schedule-types.ts'

const { dayToCome: words } = operatorLoadTexts

/** One drawing where nothing would change, else both below each other. */
const toPlot = (preview: SchedulePreview): DayPlotData => {
  const { points, day, timeZone, stepMinutes } = preview
  const isSame = points.every(({ before, after }) => before === after)
  const [before, after] = [points.map((point) => point.before), points.map((point) => point.after)]
  return {
    label: say(words.chart, { day: describeDay(day) }),
    timeZone,
    stepMinutes,
    steps: points.map(({ at }) => at),
    series: [
      { name: words.current, unit: 'starts', tone: isSame ? 'accent' : 'quiet', values: before },
      ...(isSame ? [] : [{ name: words.new, unit: 'starts', tone: 'accent', values: after } as const]),
    ],
    hasOneScale: true,
  }
}

/** When shops will start under the window in force and under the one in the form, or the saved one when that is faulty. */
export const DayToCome = ({ window, isOfDraft }: { window: ScheduleWindow; isOfDraft: boolean }) => {
  const trpc = useTRPC()
  const preview = useQuery(trpc.operator.schedule.preview.queryOptions(window, { placeholderData: keepPreviousData }))
  const { data } = preview
  const hasShops = data !== undefined && data.shopCount > 0
  return (
    <section aria-labelledby="day-to-come" className="grid gap-2 rounded-xl border border-line bg-surface p-4">
      <h2 id="day-to-come" className="text-lg font-semibold">
        {data === undefined ? words.titleWithoutDay : say(words.title, { day: describeDay(data.day) })}
      </h2>
      {preview.isError && <LoadFailed error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && (
        <div role="status" aria-label={words.loading}>
          <Skeleton className="h-64 w-full" />
        </div>
      )}
      {data !== undefined && !hasShops && (
        <EmptyState title={words.none.title} className="py-8">
          {words.none.text}
        </EmptyState>
      )}
      {!isOfDraft && <p className="text-sm font-semibold">{words.isSaved}</p>}
      <p role="status" className="max-w-3xl text-lg empty:hidden">
        {hasShops ? describeSpread(data, window) : null}
      </p>
      {hasShops && (
        <div aria-busy={preview.isPlaceholderData} className={cn(preview.isPlaceholderData && 'opacity-60')}>
          <DayPlot plot={toPlot(data)} />
        </div>
      )}
    </section>
  )
}
