import { comparedMs } from '@afterword/validation/incident/rules'
import type { IncidentPlotData } from '#operator/attempts/incident-types.ts'
import { axisEnd, scaleTo } from '#ui/plot/plot-scale.ts'

export type PlotPoint = IncidentPlotData['points'][number]

const left = 52
const right = 10
const top = 22
const latencyHeight = 150
const callsHeight = 70
const gap = 26
const labelsHeight = 22
/** A mark that is narrower is overlooked, e.g. of an incident of one minute. */
export const narrowestMark = 4

/** Where everything of the plot lies, in CSS pixels. Latencies above, calls below, one time axis for both. */
export interface PlotLayout {
  readonly left: number
  readonly right: number
  readonly top: number
  /** Of the lower plot's axis. */
  readonly base: number
  readonly height: number
  readonly barWidth: number
  readonly msEnd: number
  readonly callEnd: number
  x(at: string): number
  /** For a minute of the week before, laid over this one. */
  weekBeforeX(at: string): number
  y(ms: number | null): number | null
  barHeight(calls: number): number
  isInside(at: string): boolean
}

const largest = (values: readonly (number | null)[]): number => Math.max(0, ...values.map((value) => value ?? 0))

const latencies = ({ browserP95Ms, serverP95Ms }: PlotPoint): (number | null)[] => [browserP95Ms, serverP95Ms]

export const layOutPlot = ({ points, weekBefore }: IncidentPlotData, width: number): PlotLayout => {
  const from = Date.parse(points[0]?.at ?? '')
  const until = Date.parse(points.at(-1)?.at ?? '')
  const inner = width - left - right
  const msEnd = axisEnd(largest([...points, ...weekBefore].flatMap(latencies)))
  const callEnd = axisEnd(largest(points.map(({ calls }) => calls)))
  const base = top + latencyHeight + gap + callsHeight
  const xOf = (ms: number): number => left + scaleTo(ms, [from, until], inner)
  return {
    left,
    right: left + inner,
    top,
    base,
    height: base + labelsHeight,
    barWidth: Math.max(narrowestMark, (inner / points.length) * 0.7),
    msEnd,
    callEnd,
    x: (at) => xOf(Date.parse(at)),
    weekBeforeX: (at) => xOf(Date.parse(at) + comparedMs),
    y: (ms) => (ms === null ? null : top + latencyHeight - scaleTo(ms, [0, msEnd], latencyHeight)),
    barHeight: (calls) => scaleTo(calls, [0, callEnd], callsHeight),
    isInside: (at) => Date.parse(at) >= from && Date.parse(at) <= until,
  }
}
