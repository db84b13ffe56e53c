import { isReachable } from '@afterword/services/operations/health/is-reachable'
import type { ServiceDeps } from '@afterword/services/kernel/context'

/** However many ask at once, the database is asked once in so long. */
const answerHoldsMs = 1_000
/** A database that takes longer for the smallest question is away. */
const patienceMs = 3_000
/** What failed this long after an outage failed because of it: the other process needs a moment to connect again. */
const aftermathMs = 5_000

export interface DatabaseWatch {
  readonly isThere: () => Promise<boolean>
  /** Whether it is away, or was a moment ago. */
  readonly isOrWasAway: () => Promise<boolean>
}

const giveUp = async (): Promise<false> =>
  await new Promise((resolve) => {
    setTimeout(() => resolve(false), patienceMs).unref()
  })

/** Tells whether the database answers, at the cost of one small query a second. */
export const createDatabaseWatch = (service: Pick<ServiceDeps, 'db'>): DatabaseWatch => {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null
  let awayAt = Number.NEGATIVE_INFINITY
  const ask = async (): Promise<boolean> => {
    const isThere = await Promise.race([isReachable(service), giveUp()])
    if (!isThere) awayAt = performance.now()
    return isThere
  }
  const isThere = async (): Promise<boolean> => {
    const now = performance.now()
    if (asked === null || now - asked.at > answerHoldsMs) asked = { at: now, answer: ask() }
    return await asked.answer
  }
  return {
    isThere,
    isOrWasAway: async () => !(await isThere()) || performance.now() - awayAt < aftermathMs,
  }
}
