import type { Executor, Transaction } from '@afterword/db/connection/client'

/** The transaction a call is in, as its context carries it. */
export interface OpenTransaction {
  /** What waits for the commit, in the order in which it was asked for. */
  readonly afterCommit: (() => void)[]
  /** Ends with the last of the transactions that joined it: savepoints of one connection cannot overlap. */
  last: Promise<unknown>
  /** Set when it ends. Its connection then serves others: what still asked for its turn must not reach it. */
  isOver: boolean
}

/** The part of a context that can join a transaction. */
export interface Joinable {
  readonly db: Executor
  /** Left out while no transaction is open. Set by `inTransaction` and by nothing else. */
  readonly within?: OpenTransaction | undefined
}

const begin = async <Ctx extends Joinable, Result>(
  ctx: Ctx,
  work: (tx: Transaction, joined: Ctx) => Promise<Result>,
  waiting: (() => void)[],
): Promise<Result> =>
  await ctx.db.transaction(async (tx) => {
    const within: OpenTransaction = { afterCommit: waiting, last: Promise.resolve(), isOver: false }
    try {
      return await work(tx, { ...ctx, db: tx, within })
    } finally {
      within.isOver = true
      await within.last
    }
  })

const join = async <Result>(outer: OpenTransaction, work: () => Promise<Result>): Promise<Result> => {
  const mine = outer.last.then(async () => {
    if (outer.isOver) throw new Error('The transaction that this one was to join is over.')
    return await work()
  })
  outer.last = mine.catch(() => undefined)
  return await mine
}

/**
 * Does work in a transaction: one of its own, or, where the context is in one already, a savepoint of that. A verb
 * that is called with the `joined` context of another's transaction is thereby part of it: it reads what the other
 * wrote, and its rows, jobs and log of acts are there when the outermost one commits, or not at all. A verb that fails
 * undoes itself only; the caller that catches its error goes on with the rest.
 *
 * Transactions that join the same one take turns in the order in which they were asked for.
 *
 * @param work.joined  The caller's context within this transaction: hand it to verbs that shall join.
 * @see docs/decisions/050-acts-guarded-recorded-joined.md
 */
export const inTransaction = async <Ctx extends Joinable, Result>(
  ctx: Ctx,
  work: (tx: Transaction, joined: Ctx) => Promise<Result>,
): Promise<Result> => {
  const waiting: (() => void)[] = []
  const { within } = ctx
  if (within === undefined) {
    const result = await begin(ctx, work, waiting)
    for (const act of waiting) act()
    return result
  }
  const result = await join(within, async () => await begin(ctx, work, waiting))
  within.afterCommit.push(...waiting)
  return result
}

/**
 * Does something once what was written is there for everybody: at once outside a transaction, else after the commit of
 * the outermost one, and never when it or the verb's own part of it is undone. Nothing lasting belongs here, because a
 * process may die between the two: that is a job. It must not throw.
 */
export const afterCommit = (ctx: Joinable, act: () => void): void => {
  if (ctx.within === undefined) act()
  else ctx.within.afterCommit.push(act)
}
