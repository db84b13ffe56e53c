import { Table, Td, Th } from '#ui/table.tsx'
import { formatClockIn } from '#time/format-time.ts'
import type { PlotPoint } from './plot-layout.ts'
import { formatMs } from '#ui/plot/plot-scale.ts'

const Latency = ({ ms }: { ms: number | null }) => (
  <Td className="text-right whitespace-nowrap">{ms === null ? '–' : formatMs(ms)}</Td>
)

const hasFigures = ({ calls, failures, browserP95Ms, serverP95Ms }: PlotPoint): boolean =>
  calls > 0 || failures > 0 || browserP95Ms !== null || serverP95Ms !== null

/** What the plot shows, as figures; minutes in which nothing happened are left out. */
export const PlotFigures = ({ points }: { points: readonly PlotPoint[] }) => (
  <>
    <Table label="Figures of the plot" className="tabular-nums">
      <thead>
        <tr>
          <Th>Minute (UTC)</Th>
          <Th className="text-right">Browser p50</Th>
          <Th className="text-right">Browser p95</Th>
          <Th className="text-right">Server p50</Th>
          <Th className="text-right">Server p95</Th>
          <Th className="text-right">Calls</Th>
          <Th className="text-right">Failed</Th>
        </tr>
      </thead>
      <tbody>
        {points.filter(hasFigures).map((point) => (
          <tr key={point.at}>
            <Td className="whitespace-nowrap">{formatClockIn(point.at, 'UTC')}</Td>
            <Latency ms={point.browserP50Ms} />
            <Latency ms={point.browserP95Ms} />
            <Latency ms={point.serverP50Ms} />
            <Latency ms={point.serverP95Ms} />
            <Td className="text-right">{point.calls.toLocaleString('en')}</Td>
            <Td className="text-right">{point.failures.toLocaleString('en')}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
    <p className="text-sm text-ink-soft">Minutes with no calls are left out.</p>
  </>
)
