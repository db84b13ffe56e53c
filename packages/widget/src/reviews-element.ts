import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { getReviews, getSummary, type Place, sendVote } from './api.ts'
import { parseColor, readableAccent } from './contrast.ts'
import { element } from './dom.ts'
import { openRoot } from './open-root.ts'
import { localeOf } from './page.ts'
import { backgroundOf } from './page-colors.ts'
import { isSamePlace, PageElement } from './page-element.ts'
import { createReviewFeed, type FeedSource, type ReviewFeed } from './review-feed.ts'
import { styles } from './styles.ts'
import { skeletonView } from './views.ts'
import { createVotes } from './votes.ts'
import { widgetView } from './widget-view.ts'
import { viewOf } from './view.ts'

/** What the admin's page hands in to show settings before they are saved: nothing is fetched. */
export interface Preview {
  readonly summary: PublicSummary
  readonly reviews: PublicReviewPage
}

/** Stars and marks are graphics: WCAG 2.2, 1.4.11. */
const accentContrast = 3

const fromPlace = (place: Place): FeedSource => ({
  getSummary: async (signal) => await getSummary(place, signal),
  getPage: async (query, signal) => await getReviews(place, query, signal),
})

const fromPreview = ({ summary, reviews }: Preview): FeedSource => ({
  getSummary: async () => await Promise.resolve(summary),
  getPage: async ({ rating, limit }) => {
    const shown = reviews.items.filter((review) => rating === null || review.rating === rating)
    return await Promise.resolve({ items: shown.slice(0, limit), nextCursor: null })
  },
})

/**
 * `<afterword-reviews shop="…" product-id="…">`: a product's rating, price line and reviews.
 *
 * Attributes: `shop` (access code), `product-id` (the platform's), `locale` (else the page's language, else the
 * shop's). Property `preview`: shows the given data instead of fetching. Style from outside by
 * `--afterword-accent`. Children are shown until the script has run, and without it. It never
 * throws into its page.
 */
export const defineReviewsElement = (origin: string): void => {
  class AfterwordReviews extends PageElement {
    readonly #box = element('div')
    readonly #root = openRoot(this, styles)
    #place: Place | null = null
    #preview: Preview | null = null
    #feed: ReviewFeed | null = null
    readonly #votes = createVotes(
      async (id) => (await sendVote({ origin, shop: this.#place?.shop ?? '' }, id)).helpfulCount,
      () => this.#render(),
    )

    constructor() {
      super()
      this.#root.append(this.#box)
    }

    get preview(): Preview | null {
      return this.#preview
    }

    set preview(preview: Preview | null) {
      this.#preview = preview
      this.#drop()
      this.followSoon()
    }

    protected follow(): void {
      this.#takeEarlyPreview()
      const place = this.placeAt(origin)
      if (!isSamePlace(place, this.#place)) {
        this.#place = place
        if (this.#preview === null) this.#drop()
      }
      if (this.#feed === null) this.#begin()
      else this.#render()
    }

    /** What was waited for will not come: it is asked for again when the element comes back. */
    protected leave(): void {
      if (this.#feed?.isWaiting() === true) this.#drop()
    }

    #drop(): void {
      this.#feed?.stop()
      this.#feed = null
    }

    /** A page may set the property before this script has run: then it is the element's own, and hides ours. */
    #takeEarlyPreview(): void {
      const early = Object.getOwnPropertyDescriptor(this, 'preview')
      if (early === undefined) return
      Reflect.deleteProperty(this, 'preview')
      this.preview = early.value as Preview | null
    }

    #begin(): void {
      const source = this.#preview !== null ? fromPreview(this.#preview) : this.#place && fromPlace(this.#place)
      if (source === null) return this.#render()
      this.#feed = createReviewFeed(source, () => this.#render())
      void this.#feed.load()
    }

    async #more(): Promise<void> {
      const known = this.#feed?.state().reviews.length ?? 0
      await this.#feed?.more()
      const isAtHand = ['more', 'sort', null].includes(this.#focusedKey())
      if (isAtHand) this.#root.querySelectorAll<HTMLElement>('li')[known]?.focus()
    }

    #focusedKey(): string | null {
      return this.#root.activeElement?.getAttribute('data-key') ?? null
    }

    #render(): void {
      const focused = this.#focusedKey()
      try {
        this.#draw()
      } catch {
        this.#box.replaceChildren()
      }
      if (focused === null) return
      const keyed = [...this.#box.querySelectorAll<HTMLElement>('[data-key]')]
      const withKey = (key: string) => keyed.find((at) => at.getAttribute('data-key') === key)
      ;(withKey(focused) ?? withKey('sort'))?.focus({ preventScroll: true })
    }

    #draw(): void {
      const feed = this.#feed
      const state = feed?.state() ?? null
      const look = state?.summary?.widget
      const view = viewOf(localeOf(this, look?.locale))
      if (feed === null || state === null) return this.#box.replaceChildren(skeletonView(view))
      const votes = { of: this.#votes.of, cast: this.#preview === null ? this.#votes.cast : null }
      const accent = parseColor(look?.accentColor ?? '')
      const isOwn = getComputedStyle(this).getPropertyValue('--afterword-accent') === ''
      const color =
        accent === null || !isOwn
          ? ''
          : readableAccent([accent[0], accent[1], accent[2]], backgroundOf(this.#root), accentContrast)
      this.#box.style.setProperty('--accent', color)
      this.#box.replaceChildren(widgetView({ view, feed, state, votes, more: () => void this.#more() }))
    }
  }

  if (customElements.get('afterword-reviews') === undefined)
    customElements.define('afterword-reviews', AfterwordReviews)
}
