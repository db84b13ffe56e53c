/** Rows of one page of a list. */
export const pageSize = { usual: 20, most: 100 } as const

/** What is typed into a search, in characters; what lies beyond finds nothing more. */
export const mostSearchLength = 200
