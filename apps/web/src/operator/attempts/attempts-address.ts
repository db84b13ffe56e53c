/** What the page of attempts is about; it stands in the address. */
export interface AttemptFilters {
  readonly shopId?: string | undefined
  readonly orderId?: string | undefined
  readonly lineItemId?: string | undefined
  readonly customerId?: string | undefined
  /** An id of an attempt, submission or request, or an order's name. */
  readonly search?: string | undefined
}

const patterns = {
  shopId: /^shp_[0-9a-z]{26}$/,
  orderId: /^ord_[0-9a-z]{26}$/,
  lineItemId: /^lin_[0-9a-z]{26}$/,
  customerId: /^cus_[0-9a-z]{26}$/,
  search: /^.{1,200}$/,
} as const satisfies Record<keyof AttemptFilters, RegExp>

const names = Object.keys(patterns) as (keyof AttemptFilters)[]

/** Reads the address leniently: what it cannot mean is left out. */
export const readAttemptFilters = (query: URLSearchParams): AttemptFilters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name)?.trim() ?? ''
      return patterns[name].test(value) ? [[name, value]] : []
    }),
  )

/** The address of the attempts that fit. What is null or absent is no condition. */
export const attemptsHref = (filters: {
  readonly [Name in keyof AttemptFilters]: string | null | undefined
}): string => {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = filters[name] ?? ''
    if (value !== '') query.set(name, value)
  }
  return query.size === 0 ? '/operator/attempts' : `/operator/attempts?${query.toString()}`
}
