import { formatNumber } from '@afterword/language/format-number'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import { formatClockIn } from '#time/format-time.ts'
import type { IncidentPlotData } from '#operator/attempts/incident-types.ts'
import { narrowestMark, type PlotLayout, type PlotPoint } from './plot-layout.ts'
import { formatMs, linePath, placeName } from '#ui/plot/plot-scale.ts'

interface MarksProps {
  layout: PlotLayout
  plot: IncidentPlotData
}

const small = 'text-[11px]'

const lineHeight = 13
/** Names of bands that stand close together go below each other. */
const nameLines = 3

const workStart = (layout: PlotLayout, from: string): number => Math.max(layout.left, layout.x(from))

/** Scheduled work, as bands behind everything; the names come last, so that no band covers another's. */
export const WorkBands = ({ layout, plot }: MarksProps) => (
  <>
    {plot.scheduledWork.map(({ name, from, until }) => {
      const start = workStart(layout, from)
      const end = Math.min(layout.right, until === null ? start : layout.x(until))
      return (
        <rect
          key={`${name} ${from}`}
          x={start}
          y={layout.top}
          width={Math.max(narrowestMark, end - start)}
          height={layout.base - layout.top}
          className="fill-amber-soft"
        />
      )
    })}
    {plot.scheduledWork.map(({ name, from }, index) => (
      <text
        key={`${name} ${from}`}
        {...placeName(layout, workStart(layout, from), name)}
        y={layout.base - 4 - (index % nameLines) * lineHeight}
        className={`fill-amber ${small}`}
      >
        {name}
      </text>
    ))}
  </>
)

export const ReleaseMarks = ({ layout, plot }: MarksProps) =>
  plot.releases
    .filter(({ at }) => layout.isInside(at))
    .map(({ at, name }) => (
      <g key={`${name} ${at}`}>
        <line
          x1={layout.x(at)}
          x2={layout.x(at)}
          y1={layout.top - 6}
          y2={layout.base}
          className="stroke-ink"
          strokeDasharray="2 3"
        />
        <text {...placeName(layout, layout.x(at), name)} y={layout.top - 8} className={`fill-ink ${small}`}>
          {name}
        </text>
      </g>
    ))

interface DotsProps {
  layout: PlotLayout
  points: readonly PlotPoint[]
  pick: (point: PlotPoint) => number | null
  className: string
}

/** A dot for each value: a lone one is no line. */
const LatencyDots = ({ layout, points, pick, className }: DotsProps) =>
  points.map((point) => {
    const y = layout.y(pick(point))
    return (
      y !== null && <circle key={point.at} cx={layout.x(point.at)} cy={y} r={narrowestMark / 2} className={className} />
    )
  })

export const LatencyLines = ({ layout, plot }: MarksProps) => {
  const path = (pick: (point: PlotPoint) => number | null): string =>
    linePath(plot.points.map((point) => ({ x: layout.x(point.at), y: layout.y(pick(point)) })))
  const before = linePath(
    plot.weekBefore.map((point) => ({ x: layout.weekBeforeX(point.at), y: layout.y(point.browserP95Ms) })),
  )
  const line = { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  return (
    <>
      <path d={before} {...line} strokeWidth={1.5} strokeDasharray="4 4" className="stroke-line-strong" />
      <path d={path((point) => point.serverP95Ms)} {...line} className="stroke-accent" />
      <path d={path((point) => point.browserP95Ms)} {...line} className="stroke-red" />
      <LatencyDots layout={layout} points={plot.points} pick={(point) => point.serverP95Ms} className="fill-accent" />
      <LatencyDots layout={layout} points={plot.points} pick={(point) => point.browserP95Ms} className="fill-red" />
    </>
  )
}

export const CallBars = ({ layout, plot }: MarksProps) =>
  plot.points.map(({ at, calls, failures }) => {
    const place = { x: layout.x(at) - layout.barWidth / 2, width: layout.barWidth }
    const [all, failed] = [layout.barHeight(calls), layout.barHeight(failures)]
    return (
      <g key={at}>
        <rect {...place} y={layout.base - all} height={all} className="fill-line-strong" opacity={0.45} />
        <rect {...place} y={layout.base - failed} height={failed} className="fill-red" />
      </g>
    )
  })

const AxisText = ({
  x,
  y,
  anchor,
  text,
}: {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  text: string
}) => (
  <text x={x} y={y} textAnchor={anchor} className={`fill-ink-soft ${small}`}>
    {text}
  </text>
)

/** Both value axes, with units, and the time axis. */
export const Axes = ({ layout, plot }: MarksProps) => {
  const { points } = plot
  const middle = points[Math.floor(points.length / 2)]
  const times = [
    { point: points[0], anchor: 'start' },
    { point: middle, anchor: 'middle' },
    { point: points.at(-1), anchor: 'end' },
  ] as const
  return (
    <>
      {[0, 0.5, 1].map((share) => {
        const y = layout.y(layout.msEnd * share) ?? 0
        return (
          <g key={share}>
            <line x1={layout.left} x2={layout.right} y1={y} y2={y} className="stroke-line" />
            <AxisText x={layout.left - 6} y={y + 4} anchor="end" text={formatMs(layout.msEnd * share)} />
          </g>
        )
      })}
      <line x1={layout.left} x2={layout.right} y1={layout.base} y2={layout.base} className="stroke-line-strong" />
      <AxisText
        x={layout.left - 6}
        y={layout.base - layout.barHeight(layout.callEnd) + 8}
        anchor="end"
        text={formatNumber(layout.callEnd, texts)}
      />
      <AxisText x={layout.left - 6} y={layout.base} anchor="end" text={texts.plot.callAxis} />
      {times.map(
        ({ point, anchor }) =>
          point !== undefined && (
            <AxisText
              key={anchor}
              x={layout.x(point.at)}
              y={layout.base + 16}
              anchor={anchor}
              text={formatClockIn(point.at, 'UTC')}
            />
          ),
      )}
    </>
  )
}
