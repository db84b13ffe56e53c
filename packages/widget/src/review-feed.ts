import { countRatings, summariseRatings } from '@afterword/validation/review/rating'
import type {
  PublicReview,
  PublicReviewPage,
  PublicSummary,
  StorefrontSort,
} from '@afterword/validation/storefront/schema'
import type { ListQuery } from './api.ts'

/** Where a feed has its data from; null stands for a product that is not known. */
export interface FeedSource {
  readonly getSummary: (signal: AbortSignal) => Promise<PublicSummary | null>
  readonly getPage: (query: ListQuery, signal: AbortSignal) => Promise<PublicReviewPage | null>
}

/**
 * What a feed waits for, or how its last wait ended: `first` everything, `list` the list in another order or with
 * another filter, `more` the list's next part.
 */
export type FeedPhase = 'first' | 'list' | 'more' | 'ready' | 'failed' | 'moreFailed'

export interface FeedState {
  readonly phase: FeedPhase
  /** Null until the first answer. */
  readonly summary: PublicSummary | null
  readonly reviews: readonly PublicReview[]
  /** Null at the list's end. */
  readonly cursor: string | null
  readonly sort: StorefrontSort
  /** Only reviews with as many stars; null for all. */
  readonly rating: number | null
}

type Change = Partial<FeedState>

const emptySummary: PublicSummary = {
  product: { platformId: '', title: '', price: null, isPriceFrom: false, compareAt: null },
  rating: summariseRatings(countRatings([])),
  widget: { accentColor: '', pageSize: 5, showsPrice: false, locale: '' },
}
const emptyPage: PublicReviewPage = { items: [], nextCursor: null }

const start: FeedState = { phase: 'first', summary: null, reviews: [], cursor: null, sort: 'newest', rating: null }

/**
 * A product's rating and list of reviews, as far as they have come. One question is open at a time: a later one takes
 * the place of the one before, whose answer is then dropped, so a list never holds parts of two.
 *
 * @param onChange  Called at each change.
 */
export const createReviewFeed = (source: FeedSource, onChange: () => void) => {
  let state = start
  let calls = new AbortController()

  const change = (next: Change): void => {
    state = { ...state, ...next }
    onChange()
  }
  /** Asks in place of all that was asked before. */
  const ask = async (before: Change, work: (signal: AbortSignal) => Promise<Change>): Promise<void> => {
    calls.abort()
    calls = new AbortController()
    const { signal } = calls
    change(before)
    const failed = before.phase === 'more' ? 'moreFailed' : 'failed'
    const after = await work(signal).catch((): Change => ({ phase: failed }))
    if (!signal.aborted) change({ phase: 'ready', ...after })
  }
  const getPage = async (cursor: string | null, signal: AbortSignal): Promise<PublicReviewPage> => {
    const { sort, rating, summary } = state
    const limit = (summary ?? emptySummary).widget.pageSize
    return (await source.getPage({ sort, rating, cursor, limit }, signal)) ?? emptyPage
  }
  const getList = async (signal: AbortSignal): Promise<Change> => {
    const { items, nextCursor } = await getPage(null, signal)
    return { reviews: items, cursor: nextCursor }
  }

  return {
    state: (): FeedState => state,
    /** Asks for everything, from the beginning. */
    load: async (): Promise<void> =>
      await ask({ phase: 'first' }, async (signal) => {
        const summary = await source.getSummary(signal)
        if (summary === null) return { summary: emptySummary, reviews: [], cursor: null }
        if (!signal.aborted) state = { ...state, summary }
        return await getList(signal)
      }),
    /** Asks for the list in another order or with another filter. */
    choose: async (choice: Partial<Pick<FeedState, 'sort' | 'rating'>>): Promise<void> =>
      await ask({ phase: 'list', ...choice }, getList),
    /** Asks for the list's next part, unless something is waited for already. */
    more: async (): Promise<void> => {
      const { phase, cursor, reviews } = state
      if (cursor === null || (phase !== 'ready' && phase !== 'moreFailed')) return
      await ask({ phase: 'more' }, async (signal) => {
        const { items, nextCursor } = await getPage(cursor, signal)
        return { reviews: [...reviews, ...items], cursor: nextCursor }
      })
    },
    /** Drops what is waited for. */
    stop: (): void => calls.abort(),
    isWaiting: (): boolean => state.phase === 'first' || state.phase === 'list' || state.phase === 'more',
  }
}
export type ReviewFeed = ReturnType<typeof createReviewFeed>
