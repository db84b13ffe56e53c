import type { FiledAttempt } from '../../incident/internal/file-attempts.ts'
import { judgeAttempt } from './judge-attempt.ts'
import { type Around, isLogComplete, type Report, type Seen } from '../../incident/internal/load-around.ts'

const msAfter = (start: Date, mark: Date | null): number | null =>
  mark === null ? null : Math.max(0, mark.getTime() - start.getTime())

const serverSideOf = (seen: Seen) => ({
  committedMs: msAfter(seen.receivedAt, seen.committedAt),
  finishedMs: msAfter(seen.receivedAt, seen.finishedAt),
  closedMs: msAfter(seen.receivedAt, seen.closedAt),
  httpStatus: seen.httpStatus,
  code: seen.code,
})

/** What a report may take to arrive. Less than the wait before another try, so that two are never mixed up. */
const transitMs = 500

/**
 * Whether the submission was stored between the start and the end of this try. The browser's clock gives
 * lengths of time only; its start is counted back from the report's arrival, and so seems later than it was.
 */
const wasStoredMeanwhile = (report: Report, stored: ReadonlyMap<string, number>): boolean => {
  const at = report.submissionId === null ? undefined : stored.get(report.submissionId)
  const startedMs = report.startedAt.getTime()
  return at !== undefined && at >= startedMs - transitMs && at <= startedMs + report.durationMs
}

/** A try of which its browser has told, with what the server knows of it. */
export const judgeReport = (report: Report, around: Around): FiledAttempt => {
  const seen = around.servers.get(report.attemptId)
  const startedMs = report.startedAt.getTime()
  const server = seen === undefined ? null : serverSideOf(seen)
  const judgement = judgeAttempt({
    client: report,
    server,
    isServerLogComplete: isLogComplete(around, report),
    receivedAfterMs: seen === undefined ? null : seen.receivedAt.getTime() - startedMs,
    wasStoredMeanwhile: wasStoredMeanwhile(report, around.stored),
  })
  const { durationMs, errorName, errorMessage, isOnline, wasHidden, wasLeaving } = report
  return {
    ...judgement,
    attemptId: report.attemptId,
    startedAt: report.startedAt,
    procedure: report.procedure,
    marks: {
      client: { durationMs, errorName, errorMessage, isOnline, wasHidden, wasLeaving },
      server: server && { receivedMs: 0, ...server },
    },
    shopId: seen?.shopId ?? around.shops.get(report.lineItemId ?? '') ?? null,
    reviewRequestId: seen?.reviewRequestId ?? null,
    lineItemId: seen?.lineItemId ?? report.lineItemId,
    submissionId: report.submissionId ?? seen?.submissionId ?? null,
    requestId: seen?.requestId ?? null,
    browser: report.browser,
    place: report.place,
    release: report.release ?? seen?.release ?? null,
  }
}

/** A try of which only the server knows. */
export const judgeServerOnly = (seen: Seen): FiledAttempt => {
  const server = serverSideOf(seen)
  const judgement = judgeAttempt({
    client: null,
    server,
    isServerLogComplete: true,
    receivedAfterMs: null,
    wasStoredMeanwhile: false,
  })
  const { receivedAt, committedAt: _committedAt, finishedAt: _finishedAt, closedAt: _closedAt, ...rest } = seen
  const { httpStatus: _httpStatus, code: _code, ...known } = rest
  return {
    ...judgement,
    ...known,
    startedAt: receivedAt,
    marks: { client: null, server: { receivedMs: 0, ...server } },
  }
}
