import type { Transaction } from '@afterword/db/connection/client'
import { clientOutcome, clientReport, serverAttempt } from '@afterword/db/schema'
import type { Presence } from '@afterword/validation/incident/rules'
import { sql } from 'drizzle-orm'
import { withoutCodes } from '../attempt/save-reports.ts'
import { idOfLine, type LineOf, type ReplayLine } from './replay-line.ts'
import { resolveNames } from './replay-names.ts'

const ofType = <Type extends ReplayLine['type']>(lines: readonly ReplayLine[], type: Type): LineOf<Type>[] =>
  lines.filter((line): line is LineOf<Type> => line.type === type)

const loadAttemptLines = async (tx: Transaction, lines: readonly LineOf<'attempt'>[]): Promise<void> => {
  if (lines.length === 0) return
  const concerned = await resolveNames(tx, lines)
  const rows = lines.map(({ type: _type, shop, order, product, lineItem, requestId, ...seen }) => ({
    ...seen,
    requestId: requestId ?? seen.attemptId,
    ...concerned({ shop, order, product, lineItem }),
  }))
  await tx.insert(serverAttempt).values(rows).onConflictDoNothing()
}

/** A file tells what is known: who neither left nor looked elsewhere stayed. */
const presenceOf = ({ presence, wasLeaving, wasHidden }: LineOf<'report'>): Presence => {
  if (presence != null) return presence
  if (wasLeaving) return 'left'
  return wasHidden ? 'hidden' : 'stayed'
}

const toReport = (line: LineOf<'report'>, lineItemId: string | null): typeof clientReport.$inferInsert => {
  const { type: _type, shop: _shop, order: _order, product: _product, lineItem: _lineItem, ...seen } = line
  return {
    ...seen,
    attemptId: line.attemptId ?? idOfLine(line),
    reportedAt: line.reportedAt ?? new Date(line.startedAt.getTime() + line.durationMs),
    procedure: withoutCodes(line.procedure),
    errorMessage: withoutCodes(line.errorMessage),
    stack: line.stack === null ? null : withoutCodes(line.stack),
    presence: presenceOf(line),
    lineItemId,
  }
}

const loadReportLines = async (tx: Transaction, lines: readonly LineOf<'report'>[]): Promise<void> => {
  if (lines.length === 0) return
  const concerned = await resolveNames(tx, lines)
  const rows = lines.map((line) => toReport(line, concerned(line).lineItemId))
  await tx.insert(clientReport).values(rows).onConflictDoNothing()
}

/** The last word counts, whether it was said here or in the file. */
const loadOutcomeLines = async (tx: Transaction, lines: readonly LineOf<'outcome'>[]): Promise<void> => {
  const last = new Map(
    lines.toSorted((one, other) => one.at.getTime() - other.at.getTime()).map((line) => [line.submissionId, line]),
  )
  if (last.size === 0) return
  await tx
    .insert(clientOutcome)
    .values([...last.values()].map(({ submissionId, outcome, at }) => ({ submissionId, outcome, at })))
    .onConflictDoUpdate({
      target: clientOutcome.submissionId,
      set: { outcome: sql`excluded.outcome`, at: sql`excluded.at` },
      setWhere: sql`excluded.at > ${clientOutcome.at}`,
    })
}

/** Marks have no key of their own: the same at the same time is one. */
const loadMarkLines = async (
  tx: Transaction,
  lines: readonly (LineOf<'release'> | LineOf<'work'>)[],
): Promise<void> => {
  for (const line of lines) {
    const until = line.type === 'work' ? line.until : null
    await tx.execute(sql`
      insert into process_mark (kind, name, at, until)
      select ${line.type}, ${line.name}, ${line.at.toISOString()}::timestamptz, ${until?.toISOString() ?? null}::timestamptz
      where not exists (select from process_mark
        where kind = ${line.type} and name = ${line.name} and at = ${line.at.toISOString()}::timestamptz)`)
  }
}

/** Loads some lines. Those that are there already change nothing. */
export const loadReplayLines = async (tx: Transaction, lines: readonly ReplayLine[]): Promise<void> => {
  await loadAttemptLines(tx, ofType(lines, 'attempt'))
  await loadReportLines(tx, ofType(lines, 'report'))
  await loadOutcomeLines(tx, ofType(lines, 'outcome'))
  await loadMarkLines(tx, [...ofType(lines, 'release'), ...ofType(lines, 'work')])
}
