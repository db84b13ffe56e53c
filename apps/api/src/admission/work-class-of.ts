import type { WorkClass } from '@afterword/db/connection/work-class'

/** Procedures whose refusal could lose what somebody wrote. */
const vitalProcedures: ReadonlySet<string> = new Set([
  'customer.review.submit',
  'customer.review.edit',
  'customer.review.status',
])

const procedureClass = (procedure: string): WorkClass => {
  if (vitalProcedures.has(procedure)) return 'vital'
  return procedure.startsWith('customer.') ? 'visitor' : 'staff'
}

const rank = { vital: 0, visitor: 1, staff: 2 } as const satisfies Record<WorkClass, number>

/** The router reads a comma however it is spelt. */
const decodeCommas = (path: string): string => path.replaceAll(/%2c/gi, ',')

/** A batch is as urgent as its least urgent call: naming an urgent one moves nothing else forward. */
const batchClass = (procedures: string): WorkClass => {
  let found: WorkClass = 'vital'
  for (const procedure of procedures.split(',')) {
    const next = procedureClass(procedure)
    if (rank[next] > rank[found]) found = next
  }
  return found
}

/** In order: the first that begins the address decides. */
const prefixes: readonly (readonly [prefix: string, workClass: WorkClass])[] = [
  ['/api/session', 'vital'],
  ['/api/auth/', 'vital'],
  ['/webhooks/', 'vital'],
  ['/storefront/', 'visitor'],
  ['/write/', 'visitor'],
  ['/_next/', 'visitor'],
  ['/demo/', 'visitor'],
  ['/.well-known/', 'visitor'],
  ['/sign-in', 'visitor'],
  ['/invite/', 'visitor'],
  ['/reset-password', 'visitor'],
]
const trpcPrefix = '/api/trpc/'
const reviewForm = /^\/write\/detail\/[^/]+\/reviews(?:\?|$)/

/** How urgent a request is, from its method and address alone; null for those that always get an answer. */
export const workClassOf = ({ method, url }: { method: string; url: string }): WorkClass | null => {
  if (url === '/healthz' || url === '/readyz') return null
  if (url.startsWith(trpcPrefix)) {
    const end = url.indexOf('?')
    const path = url.slice(trpcPrefix.length, end === -1 ? undefined : end)
    return batchClass(decodeCommas(path))
  }
  if (method === 'POST' && reviewForm.test(url)) return 'vital'
  return prefixes.find(([prefix]) => url.startsWith(prefix))?.[1] ?? 'staff'
}

/** Where Next keeps what it built for pages to load, each file under a name made from its content. */
export const assetPrefix = '/_next/static/'

/** Whether a request asks for a part of a page, its script or style: anyone who has the page needs them all. */
export const isAsset = (url: string): boolean => url.startsWith(assetPrefix) && !url.includes('?')

/**
 * Which of the procedures that send or ask after a review a call is; undefined for all else, forms and batches too:
 * those are not of one kind.
 */
export const reviewProcedureOf = (url: string): string | undefined => {
  if (!url.startsWith(trpcPrefix)) return undefined
  const procedure = url.slice(trpcPrefix.length).split('?', 1)[0] ?? ''
  return vitalProcedures.has(procedure) ? procedure : undefined
}
