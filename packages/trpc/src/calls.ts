import { mostCalls } from '@afterword/validation/primitives/batch'
import { appRouter } from './root.ts'

/** Every procedure by its path; where tRPC keeps them has no other name. */
const known: ReadonlyMap<string, unknown> = new Map(
  Object.entries(Reflect.get(Object(Reflect.get(appRouter, '_def')), 'procedures') as object),
)

/** Whether a name is that of a procedure, e.g. `customer.review.submit`. */
export const isProcedure = (name: string): boolean => known.has(name)

/** Whether a procedure has a mail sent to somebody; its router says so. */
const sendsMail = (procedure: string): boolean => {
  const definition: unknown = Reflect.get(Object(known.get(procedure)), '_def')
  const meta: unknown = Reflect.get(Object(definition), 'meta')
  return Reflect.get(Object(meta), 'sendsMail') === true
}

/**
 * What the path of a request asks for, before anything of it is run.
 *
 * @param path  Of the address after `/api/trpc/`, decoded: procedures with commas between them.
 */
export const describeCalls = (path: string): { readonly count: number; readonly isMailing: boolean } => {
  // No further than to one too many: the address is a stranger's.
  const procedures = path.split(',', mostCalls + 1)
  return { count: procedures.length, isMailing: procedures.some(sendsMail) }
}
