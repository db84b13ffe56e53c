import type { Judged } from './run-case.ts'

export interface Tally {
  readonly total: number
  readonly right: number
  /** Nothing was guessed where something could have been said. */
  readonly unknown: number
  readonly wrong: readonly Judged[]
  readonly falselyLost: readonly Judged[]
  /** How often a label was given each verdict. */
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const isSilent = (verdict: string): boolean => verdict === 'unknown' || verdict === 'none'

/** Where an honest engineer could not say, saying nothing is right. */
const isRight = ({ label, verdict }: Judged): boolean => (label === null ? isSilent(verdict) : label === verdict)

/** Counts who was taken for what. */
export const tallyVerdicts = (judged: readonly Judged[]): Tally => {
  const table: Record<string, Record<string, number>> = {}
  for (const { label, verdict } of judged) {
    const row = (table[label ?? 'nobody can say'] ??= {})
    row[verdict] = (row[verdict] ?? 0) + 1
  }
  const others = judged.filter((each) => !isRight(each))
  return {
    total: judged.length,
    right: judged.length - others.length,
    unknown: others.filter(({ verdict }) => isSilent(verdict)).length,
    wrong: others.filter(({ verdict }) => !isSilent(verdict)),
    falselyLost: judged.filter(({ label, verdict }) => verdict === 'lost_response' && label !== 'lost_response'),
    table,
  }
}

/** The tally in lines, for people. */
export const describeTally = (title: string, judged: readonly Judged[]): string => {
  const { total, right, unknown, wrong, falselyLost, table } = tallyVerdicts(judged)
  const rows = Object.entries(table).map(
    ([label, row]) =>
      `  ${label.padEnd(20)} ${Object.entries(row)
        .map(([verdict, count]) => `${verdict} ${count}`)
        .join(', ')}`,
  )
  const counts = `${total} calls: ${right} right, ${unknown} unknown, ${wrong.length} wrong, ${falselyLost.length} falsely lost`
  return [`${title}: ${counts}`, '  what happened        verdicts', ...rows].join('\n')
}
