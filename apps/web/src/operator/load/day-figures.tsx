import { formatNumber } from '@afterword/language/format-number'
import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { operatorLoadTexts as texts } from '@afterword/language/texts/operator-load/texts'
import { Table, Td, Th } from '#ui/table.tsx'
import { formatClockIn } from '#time/format-time.ts'
import type { DayPlotData } from './day-layout.ts'

const { plot: words } = texts

/** What a day's plot shows, as figures. */
export const DayFigures = ({ plot }: { plot: DayPlotData }) => {
  const rows = plot.steps
    .map((at, step) => ({ at, values: plot.series.map(({ values }) => values[step] ?? 0) }))
    .filter(({ values }) => values.some((value) => value > 0))
  return (
    <>
      <Table label={say(words.figures, { chart: plot.label })} className="tabular-nums">
        <thead>
          <tr>
            <Th>{words.from}</Th>
            {plot.series.map(({ name, unit }) => (
              <Th key={name} className="text-right">
                <span className="whitespace-normal">{say(words.seriesOf[unit], { name })}</span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, values }) => (
            <tr key={at}>
              <Td className="whitespace-nowrap">{formatClockIn(at, plot.timeZone)}</Td>
              {plot.series.map(({ name }, index) => (
                <Td key={name} className="text-right">
                  {formatNumber(values[index] ?? 0, texts)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-ink-soft">{sayCount(words.steps, { count: plot.stepMinutes }, texts)}</p>
    </>
  )
}
