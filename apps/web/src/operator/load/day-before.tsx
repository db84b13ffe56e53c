import { say } from '@afterword/language/text'
import { operatorLoadTexts } from '@afterword/language/texts/operator-load/texts'
import { DayPlot } from './day-plot.tsx'
import { describeDay, describeRuns } from './load-words.ts'
import type { Schedule } from './schedule-types.ts'

const { dayBefore: words } = operatorLoadTexts

/** What the server did on the day before. */
export const DayBefore = ({ dayBefore }: { dayBefore: Schedule['dayBefore'] }) => {
  const { points, day, timeZone, stepMinutes } = dayBefore
  const plot = {
    label: say(words.chart, { day: describeDay(day) }),
    timeZone,
    stepMinutes,
    steps: points.map(({ at }) => at),
    series: [
      { name: words.pages, unit: 'calls', tone: 'quiet', values: points.map(({ calls }) => calls) },
      { name: words.work, unit: 'starts', tone: 'accent', values: points.map(({ runs }) => runs) },
    ],
    hasOneScale: false,
  } as const
  return (
    <section aria-labelledby="day-before" className="grid gap-2 rounded-xl border border-line bg-surface p-4">
      <h2 id="day-before" className="text-lg font-semibold">
        {say(words.title, { day: describeDay(day) })}
      </h2>
      <p className="text-ink-soft">{describeRuns(dayBefore)}</p>
      <DayPlot plot={plot} />
    </section>
  )
}
