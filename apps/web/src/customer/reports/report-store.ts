import { reportLimits, settlingHours } from '@afterword/validation/incident/rules'
import { isRecord } from '#browser/is-record.ts'
import { isKeptReport, isSettling, type KeptAttempt, type KeptReport } from './kept-report.ts'

/** What one `POST /api/reports` may hold; older reports give way. */
const mostBytes = 48 * 1024
/** What had no outcome for so long counts as given up, here as on the server. */
const settlingMs = settlingHours * 3_600_000

const reportsName = 'afterword:reports'
const openName = 'afterword:open-submissions'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A submission with a failed try whose end is not known. */
interface OpenSubmission {
  /** Of the last failed try, in milliseconds since 1970. */
  readonly at: number
  /** The page load it happened in. */
  readonly visit: string
}

export interface ReportStore {
  add(report: KeptReport): void
  /** Completes the report of an attempt that is kept. */
  amend(report: KeptAttempt): void
  /** What can be told: without reports that a page is still about to complete. */
  list(): KeptReport[]
  /** Forgets reports that were delivered. @returns whether the device did */
  drop(reports: readonly KeptReport[]): boolean
  /** Notes that a try to send this submission failed. */
  openSubmission(submissionId: string): void
  /** Notes that it arrived after all. */
  settleSubmission(submissionId: string): void
  /** Tells of submissions that nobody came back to for a day. */
  giveUpOld(): void
}

const read = (store: Store | null, name: string): unknown => {
  try {
    return JSON.parse(store?.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

const write = (store: Store | null, name: string, value: readonly unknown[] | object): void => {
  try {
    store?.setItem(name, JSON.stringify(value))
  } catch {
    // A device that keeps nothing reports nothing.
  }
}

const isOpen = (value: unknown): value is OpenSubmission =>
  isRecord(value) && typeof value['at'] === 'number' && typeof value['visit'] === 'string'

/**
 * What this device saw of failures and has not told yet. It outlives the page, is bounded, and holds
 * neither a link code nor anything that was typed.
 *
 * @param store  `localStorage`, or null where the browser gives none.
 * @param visit  Names this page load.
 */
export const createReportStore = (store: Store | null, visit: string, now: () => number = Date.now): ReportStore => {
  const listAll = (): KeptReport[] => {
    const value = read(store, reportsName)
    return Array.isArray(value) ? value.filter(isKeptReport) : []
  }
  const add = (report: KeptReport): void => {
    const reports = [...listAll(), report].slice(-reportLimits.perCall)
    while (reports.length > 1 && JSON.stringify(reports).length > mostBytes) reports.shift()
    write(store, reportsName, reports)
  }
  const openOnes = (): Record<string, OpenSubmission> => {
    const value = read(store, openName)
    return isRecord(value)
      ? (Object.fromEntries(Object.entries(value).filter(([, entry]) => isOpen(entry))) as Record<
          string,
          OpenSubmission
        >)
      : {}
  }
  return {
    add,
    amend(report) {
      const isIt = (kept: KeptReport): boolean => kept.kind === 'attempt' && kept.attemptId === report.attemptId
      write(
        store,
        reportsName,
        listAll().map((kept) => (isIt(kept) ? report : kept)),
      )
    },
    list: () => listAll().filter((report) => !isSettling(report, now())),
    drop(reports) {
      const told = new Set(reports.map((report) => JSON.stringify(report)))
      const before = listAll()
      write(
        store,
        reportsName,
        before.filter((report) => !told.has(JSON.stringify(report))),
      )
      return listAll().length < before.length
    },
    openSubmission(submissionId) {
      write(store, openName, { ...openOnes(), [submissionId]: { at: now(), visit } })
    },
    settleSubmission(submissionId) {
      const { [submissionId]: settled, ...others } = openOnes()
      if (settled === undefined) return
      write(store, openName, others)
      add({
        kind: 'outcome',
        submissionId,
        outcome: settled.visit === visit ? 'recovered_by_retry' : 'recovered_later',
      })
    },
    giveUpOld() {
      const open = openOnes()
      const old = Object.keys(open).filter((id) => now() - (open[id]?.at ?? 0) > settlingMs)
      if (old.length === 0) return
      write(store, openName, Object.fromEntries(Object.entries(open).filter(([id]) => !old.includes(id))))
      for (const submissionId of old) add({ kind: 'outcome', submissionId, outcome: 'gave_up' })
    },
  }
}
