'use client'

import { formatNumber } from '@afterword/language/format-number'
import { say } from '@afterword/language/text'
import { operatorLoadTexts } from '@afterword/language/texts/operator-load/texts'
import { useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { formatClockIn } from '#time/format-time.ts'
import { useWidth } from '#ui/plot/use-width.ts'
import { DayFigures } from './day-figures.tsx'
import { type DayLayout, type DayPlotData, layOutDay } from './day-layout.ts'

const { plot: texts } = operatorLoadTexts

const fills = { quiet: 'fill-line-strong', accent: 'fill-accent' } as const
const small = 'text-[11px] fill-ink-soft'

const Panels = ({ layout, stepMinutes }: { layout: DayLayout; stepMinutes: number }) =>
  layout.panels.map((panel) => (
    <g key={panel.series.name}>
      <text x={layout.left} y={panel.top - 9} className="fill-ink text-[12px] font-semibold">
        {panel.series.name}
      </text>
      <line x1={layout.left} x2={layout.right} y1={panel.top} y2={panel.top} className="stroke-line" />
      <text x={layout.left - 6} y={panel.top + 4} textAnchor="end" className={small}>
        {formatNumber(panel.end, operatorLoadTexts)}
      </text>
      <text x={layout.right} y={panel.top - 9} textAnchor="end" className={small}>
        {say(texts.perStep[panel.series.unit], { minutes: stepMinutes })}
      </text>
      <text x={layout.left - 6} y={panel.base + 4} textAnchor="end" className={small}>
        0
      </text>
      {panel.series.values.map((value, step) => {
        if (value === 0) return null
        const height = layout.barHeight(panel, value)
        const place = { x: layout.x(step), y: panel.base - height, width: layout.barWidth, height }
        return <rect key={layout.x(step)} {...place} className={fills[panel.series.tone]} />
      })}
      <line x1={layout.left} x2={layout.right} y1={panel.base} y2={panel.base} className="stroke-line-strong" />
    </g>
  ))

const anchors = ['start', 'middle', 'middle', 'middle', 'end'] as const

const TimeAxis = ({ layout, plot }: { layout: DayLayout; plot: DayPlotData }) =>
  anchors.map((anchor, quarter) => {
    const step = Math.round((plot.steps.length * quarter) / 4)
    const at = plot.steps[step]
    return (
      <text
        // oxlint-disable-next-line react/no-array-index-key -- a quarter of the day is what it is
        key={quarter}
        x={layout.x(step)}
        y={layout.base + 16}
        textAnchor={anchor}
        className={small}
      >
        {at === undefined ? '24:00' : formatClockIn(at, plot.timeZone)}
      </text>
    )
  })

/** Bars over the hours of one day, with the same figures one click away. */
export const DayPlot = ({ plot }: { plot: DayPlotData }) => {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame, 720)
  const [isTable, setIsTable] = useState(false)
  const { series, steps, hasOneScale } = plot
  const layout = layOutDay({ series, stepCount: steps.length, width, hasOneScale })
  return (
    <div ref={frame} className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">{say(texts.timeOfDay, { timeZone: plot.timeZone })}</p>
        <Button size="small" look="quiet" className="ml-auto" onClick={() => setIsTable(!isTable)}>
          {isTable ? texts.showChart : texts.showTable}
        </Button>
      </div>
      {isTable ? (
        <DayFigures plot={plot} />
      ) : (
        <svg
          role="img"
          aria-label={say(texts.chart, { chart: plot.label })}
          width={width}
          height={layout.height}
          className="block max-w-full tabular-nums"
        >
          <Panels layout={layout} stepMinutes={plot.stepMinutes} />
          <TimeAxis layout={layout} plot={plot} />
        </svg>
      )}
    </div>
  )
}
