import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * How urgent work is, most urgent first. `vital`: a review being sent, a session, a webhook: what is
 * lost when it is refused. `visitor`: pages, drafts and storefronts. `staff`: lists, reports, the rest.
 */
export const workClasses = ['vital', 'visitor', 'staff'] as const
export type WorkClass = (typeof workClasses)[number]

/** Follows one request through every call it makes; nothing is kept between requests. */
const current = new AsyncLocalStorage<WorkClass>()

/** Runs `work`, and everything it begins, in a class. */
export const runInClass = <T>(workClass: WorkClass, work: () => T): T => current.run(workClass, work)

/** The class of the work at hand; `vital` outside any request (jobs, start-up, command line). */
export const currentWorkClass = (): WorkClass => current.getStore() ?? 'vital'
