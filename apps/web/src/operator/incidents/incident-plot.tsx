'use client'

import { say } from '@afterword/language/text'
import { operatorIncidentsTexts } from '@afterword/language/texts/operator-incidents/texts'
import { useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/cn.ts'
import { formatClockIn } from '#time/format-time.ts'
import type { IncidentPlotData } from '#operator/attempts/incident-types.ts'
import { PlotFigures } from './plot-figures.tsx'
import { layOutPlot } from './plot-layout.ts'
import { Axes, CallBars, LatencyLines, ReleaseMarks, WorkBands } from './plot-marks.tsx'
import { useWidth } from '#ui/plot/use-width.ts'

const { plot: texts } = operatorIncidentsTexts

const Key = ({ stroke, children }: { stroke: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={cn('inline-block h-0 w-5 border-t-2', stroke)} />
    {children}
  </span>
)

const AreaKey = ({ fill, children }: { fill: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={cn('inline-block size-3', fill)} />
    {children}
  </span>
)

const Drawing = ({ plot, width }: { plot: IncidentPlotData; width: number }) => {
  const layout = layOutPlot(plot, width)
  const [first, last] = [plot.points[0], plot.points.at(-1)]
  const [start, end] = [formatClockIn(first?.at ?? '', 'UTC'), formatClockIn(last?.at ?? '', 'UTC')]
  return (
    <svg
      role="img"
      aria-label={say(texts.chart, { start, end })}
      width={width}
      height={layout.height}
      className="block max-w-full"
    >
      <WorkBands layout={layout} plot={plot} />
      <Axes layout={layout} plot={plot} />
      <LatencyLines layout={layout} plot={plot} />
      <CallBars layout={layout} plot={plot} />
      <ReleaseMarks layout={layout} plot={plot} />
    </svg>
  )
}

/** What browsers waited beside what the server took, how many calls there were, and what else happened then. */
export const IncidentPlot = ({ plot }: { plot: IncidentPlotData }) => {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame, 720)
  const [isTable, setIsTable] = useState(false)
  return (
    <div ref={frame} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
        <Key stroke="border-red">{texts.browser}</Key>
        <Key stroke="border-accent">{texts.server}</Key>
        <Key stroke="border-dashed border-line-strong">{texts.weekBefore}</Key>
        <AreaKey fill="bg-line-strong">{texts.calls}</AreaKey>
        <AreaKey fill="bg-red">{texts.failedCalls}</AreaKey>
        {plot.scheduledWork.length > 0 && <AreaKey fill="bg-amber-soft">{texts.scheduledWork}</AreaKey>}
        <span>{texts.timeOfDay}</span>
        <Button size="small" look="quiet" className="ml-auto" onClick={() => setIsTable(!isTable)}>
          {isTable ? texts.showChart : texts.showTable}
        </Button>
      </div>
      {plot.points.length === 0 && <p className="text-ink-soft">{texts.none}</p>}
      {plot.points.length > 0 && isTable && <PlotFigures points={plot.points} />}
      {plot.points.length > 0 && !isTable && <Drawing plot={plot} width={width} />}
    </div>
  )
}
