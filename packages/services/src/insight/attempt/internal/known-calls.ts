/** What a call is named after that is none of ours: names make groups of incidents, and strangers must not make names. */
export const unknownCall = 'unknown'

/** Whether a name is that of a procedure of ours. */
export type IsProcedure = (name: string) => boolean

const reviewPage = /^\/write\/detail\/[^/]+\/?$/

/** The page a path leads to, of those that report their errors: `/write/detail/[code]`; `unknown` for any other. */
export const nameOfPage = (path: string): string => (reviewPage.test(path) ? '/write/detail/[code]' : unknownCall)
