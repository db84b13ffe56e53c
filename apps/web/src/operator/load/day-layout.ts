import { axisEnd } from '#ui/plot/plot-scale.ts'

const left = 46
const right = 14
const headHeight = 24
const barsHeight = 84
const gap = 16
const labelsHeight = 22

export interface DaySeries {
  readonly name: string
  /** What is counted. */
  readonly unit: 'calls' | 'starts'
  readonly tone: 'quiet' | 'accent'
  /** One per step of the day. */
  readonly values: readonly number[]
}

export interface DayPlotData {
  /** What the drawing shows, for readers who cannot see it. */
  readonly label: string
  readonly timeZone: string
  readonly stepMinutes: number
  /** The beginning of each step. */
  readonly steps: readonly string[]
  readonly series: readonly DaySeries[]
  readonly hasOneScale: boolean
}

interface Panel {
  readonly series: DaySeries
  /** The baseline of its bars. */
  readonly base: number
  readonly top: number
  readonly end: number
}

/** Where everything of a day's plot lies, in CSS pixels: a panel of bars for each series over one time axis. */
export interface DayLayout {
  readonly left: number
  readonly right: number
  readonly height: number
  readonly base: number
  readonly barWidth: number
  readonly panels: readonly Panel[]
  /** The left edge of a step. */
  x(step: number): number
  barHeight(panel: Panel, value: number): number
}

interface DayLayoutInput {
  readonly series: readonly DaySeries[]
  readonly stepCount: number
  readonly width: number
  /** Whether the panels are to be compared and so have one scale. */
  readonly hasOneScale: boolean
}

export const layOutDay = ({ series, stepCount, width, hasOneScale }: DayLayoutInput): DayLayout => {
  const inner = width - left - right
  const largest = (each: readonly DaySeries[]): number => Math.max(0, ...each.flatMap(({ values }) => values))
  const common = axisEnd(largest(series))
  const panels = series.map((each, index): Panel => {
    const top = headHeight + index * (headHeight + barsHeight + gap)
    return { series: each, top, base: top + barsHeight, end: hasOneScale ? common : axisEnd(largest([each])) }
  })
  const base = panels.at(-1)?.base ?? 0
  return {
    left,
    right: left + inner,
    height: base + labelsHeight,
    base,
    barWidth: Math.max(1, (inner / stepCount) * 0.8),
    panels,
    x: (step) => left + (step / stepCount) * inner,
    barHeight: (panel, value) => (value / panel.end) * barsHeight,
  }
}
