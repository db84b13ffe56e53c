import type { IncidentSummary } from '@afterword/validation/incident/schema'
import { sql } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ConsoleContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeOperatorAudit } from '../../kernel/operator-audit.ts'
import { makePartitionsOf } from '../attempt/keep-partitions.ts'
import { joinAttempts } from '../incident/join-attempts.ts'
import { parseReplayLine, type ReplayLine, timeOf } from './replay-line.ts'
import { loadReplayLines } from './replay-load.ts'
import { settleOutcomes } from '../outcome/settle-outcomes.ts'
import { selectIncidents, toSummary } from '../incident/internal/summarise-incident.ts'

const batchSize = 1_000
const shownIncidents = 500
/** Longer than any side waits for the other, the longest call included. */
const settledMs = 10 * 60_000

type ReplayContext = Pick<ConsoleContext, 'db' | 'within' | 'principal' | 'requestId'>
type OpenLines = () => AsyncIterable<string>

export interface Replayed {
  readonly lines: number
  readonly firstAt: Date
  readonly lastAt: Date
  /** Incidents of the time the file tells of, oldest first. */
  readonly incidents: readonly IncidentSummary[]
}

async function* parseLines(open: OpenLines): AsyncGenerator<ReplayLine> {
  let number = 0
  for await (const line of open()) {
    number += 1
    if (line.trim() !== '') yield parseReplayLine(line, number)
  }
}

/** Reads the file to its end before anything is written. */
const survey = async (open: OpenLines) => {
  const days = new Set<string>()
  let [lines, first, last] = [0, Infinity, -Infinity]
  for await (const line of parseLines(open)) {
    const at = timeOf(line)
    const until = line.type === 'report' ? at.getTime() + line.durationMs : at.getTime()
    lines += 1
    first = Math.min(first, at.getTime())
    last = Math.max(last, until, line.type === 'report' ? (line.reportedAt?.getTime() ?? 0) : 0)
    if (line.type === 'attempt') days.add(at.toISOString().slice(0, 10))
  }
  return { lines, days, firstAt: new Date(first), lastAt: new Date(last) }
}

/** All or nothing: a joiner that runs meanwhile must not see half of what two sides tell. */
const loadAll = async (ctx: ReplayContext, open: OpenLines, details: Record<string, unknown>): Promise<void> => {
  await inTransaction(ctx, async (tx) => {
    let batch: ReplayLine[] = []
    for await (const line of parseLines(open)) {
      batch.push(line)
      if (batch.length < batchSize) continue
      await loadReplayLines(tx, batch)
      batch = []
    }
    await loadReplayLines(tx, batch)
    await writeOperatorAudit(tx, ctx, { action: 'incident.replay', details })
  })
}

/**
 * Loads attempts and reports of other days, joins them and says which incidents they make. The same
 * lines loaded twice change nothing. Needs no more memory for a long file than for a short one.
 *
 * @param input.open  Gives the file's lines from the beginning; called twice.
 * @throws ReplayLineError when a line cannot be loaded; then nothing is. DomainError `permission.denied`
 */
export const replayIncidents = async ({
  ctx,
  input,
}: {
  readonly ctx: ReplayContext
  readonly input: { readonly open: OpenLines; readonly now: Date }
}): Promise<Replayed> => {
  requireSystem(ctx)
  const { db } = ctx
  const { lines, days, firstAt, lastAt } = await survey(input.open)
  if (lines === 0) return { lines, firstAt: input.now, lastAt: input.now, incidents: [] }
  await makePartitionsOf(db, days)
  await loadAll(ctx, input.open, { lines, firstAt, lastAt })
  const now = new Date(Math.max(input.now.getTime(), lastAt.getTime() + settledMs))
  await joinAttempts(db, now, { since: firstAt, waits: true })
  await settleOutcomes(db, now)
  const isThen = sql`i.last_at >= ${firstAt.toISOString()} and i.first_at <= ${lastAt.toISOString()}`
  const rows = await selectIncidents(db, isThen, shownIncidents)
  return { lines, firstAt, lastAt, incidents: rows.map(toSummary).toReversed() }
}
