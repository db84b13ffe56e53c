import { appRouter } from './root.ts'

// oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for what a router was made from
const names: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures))

/** Whether a name is that of a procedure, e.g. `customer.review.submit`. */
export const isProcedure = (name: string): boolean => names.has(name)
