import { Table, Td, Th } from '#ui/table.tsx'
import { formatClockIn } from '#time/format-time.ts'
import type { DayPlotData } from './day-layout.ts'

/** What a day's plot shows, as figures. */
export const DayFigures = ({ plot }: { plot: DayPlotData }) => {
  const rows = plot.steps
    .map((at, step) => ({ at, values: plot.series.map(({ values }) => values[step] ?? 0) }))
    .filter(({ values }) => values.some((value) => value > 0))
  return (
    <>
      <Table label={`Figures: ${plot.label}`} className="tabular-nums">
        <thead>
          <tr>
            <Th>From</Th>
            {plot.series.map(({ name, unit }) => (
              <Th key={name} className="text-right">
                <span className="whitespace-normal">
                  {name}, {unit}
                </span>
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
                  {(values[index] ?? 0).toLocaleString('en')}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-ink-soft">Steps of {plot.stepMinutes} minutes; those with nothing are left out.</p>
    </>
  )
}
