/** How the page was reached after something was sent. `1` is what a plain form post comes back with. */
const sentOutcomes = { '1': 'created', already: 'already_reviewed', edited: 'edited' } as const
export type SentOutcome = (typeof sentOutcomes)[keyof typeof sentOutcomes]

/** What the review page's address says besides the code. */
export interface PageQuery {
  readonly item: string | null
  /** 1 to 5 */
  readonly rating: number | null
  readonly edit: boolean
  readonly sent: SentOutcome | null
  /** Error code */
  readonly error: string | null
}

const isSentName = (text: string): text is keyof typeof sentOutcomes => Object.hasOwn(sentOutcomes, text)

/** Whatever stands in an address is read leniently: nonsense means absent, never an error page. */
export const readPageQuery = (query: Readonly<Record<string, string | string[] | undefined>>): PageQuery => {
  const textOf = (name: string): string => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const shortTextOf = (name: string): string | null => {
    const text = textOf(name)
    return text !== '' && text.length <= 64 ? text : null
  }
  const [rating, sent] = [textOf('rating'), textOf('sent')]
  return {
    item: shortTextOf('item'),
    rating: /^[1-5]$/.test(rating) ? Number(rating) : null,
    edit: textOf('edit') === '1',
    sent: isSentName(sent) ? sentOutcomes[sent] : null,
    error: shortTextOf('error'),
  }
}

interface PageAddress {
  readonly item?: string
  readonly rating?: number
  readonly isEdit?: boolean
  readonly sent?: SentOutcome
  /** Error code */
  readonly error?: string
}

/** The review page's address for one item. `code` is taken as it stands in the current address. */
export const reviewPageHref = (code: string, { item, rating, isEdit, sent, error }: PageAddress): string => {
  const query = new URLSearchParams()
  if (item !== undefined) query.set('item', item)
  if (rating !== undefined) query.set('rating', String(rating))
  if (isEdit === true) query.set('edit', '1')
  if (sent !== undefined) {
    query.set('sent', Object.entries(sentOutcomes).find(([, outcome]) => outcome === sent)?.[0] ?? '1')
  }
  if (error !== undefined) query.set('error', error)
  const path = `/write/detail/${encodeURIComponent(code)}`
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
