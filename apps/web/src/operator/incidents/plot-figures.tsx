import { formatNumber } from '@afterword/language/format-number'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import { Table, Td, Th } from '#ui/table.tsx'
import { formatClockIn } from '#time/format-time.ts'
import type { PlotPoint } from './plot-layout.ts'
import { formatMs } from '#ui/plot/plot-scale.ts'

const { figures: words } = texts

const Latency = ({ ms }: { ms: number | null }) => (
  <Td className="text-right whitespace-nowrap">{ms === null ? '–' : formatMs(ms)}</Td>
)

const hasFigures = ({ calls, failures, browserP95Ms, serverP95Ms }: PlotPoint): boolean =>
  calls > 0 || failures > 0 || browserP95Ms !== null || serverP95Ms !== null

/** What the plot shows, as figures; minutes in which nothing happened are left out. */
export const PlotFigures = ({ points }: { points: readonly PlotPoint[] }) => (
  <>
    <Table label={words.title} className="tabular-nums">
      <thead>
        <tr>
          <Th>{words.minute}</Th>
          <Th className="text-right">{words.browserP50}</Th>
          <Th className="text-right">{words.browserP95}</Th>
          <Th className="text-right">{words.serverP50}</Th>
          <Th className="text-right">{words.serverP95}</Th>
          <Th className="text-right">{words.calls}</Th>
          <Th className="text-right">{words.failed}</Th>
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
            <Td className="text-right">{formatNumber(point.calls, texts)}</Td>
            <Td className="text-right">{formatNumber(point.failures, texts)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
    <p className="text-sm text-ink-soft">{words.leftOut}</p>
  </>
)
