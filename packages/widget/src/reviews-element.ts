import { type Place, sendVote } from './api.ts'
import { accentFor } from './accent.ts'
import { element } from './dom.ts'
import { fromPlace, fromPreview, type Preview } from './feed-source.ts'
import { focusedKey, keepFocus } from './keep-focus.ts'
import { openRoot } from './open-root.ts'
import { localeOf } from './page.ts'
import { isSamePlace, PageElement } from './page-element.ts'
import { createReviewFeed, type ReviewFeed } from './review-feed.ts'
import { styles } from './styles.ts'
import { skeletonView } from './views.ts'
import { createVotes } from './votes.ts'
import { widgetView } from './widget-view.ts'
import { viewOf } from './view.ts'

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
      const isAtHand = ['more', 'sort', null].includes(focusedKey(this.#root))
      if (isAtHand) this.#root.querySelectorAll<HTMLElement>('li')[known]?.focus()
    }

    #render(): void {
      keepFocus(this.#root, this.#box, () => {
        try {
          this.#draw()
        } catch {
          this.#box.replaceChildren()
        }
      })
    }

    #draw(): void {
      const feed = this.#feed
      const state = feed?.state() ?? null
      const look = state?.summary?.widget
      const view = viewOf(localeOf(this, look?.locale))
      if (feed === null || state === null) return this.#box.replaceChildren(skeletonView(view))
      const votes = { of: this.#votes.of, cast: this.#preview === null ? this.#votes.cast : null }
      this.#box.style.setProperty('--accent', accentFor(this.#root, look?.accentColor))
      this.#box.replaceChildren(widgetView({ view, feed, state, votes, more: () => void this.#more() }))
    }
  }

  if (customElements.get('afterword-reviews') === undefined)
    customElements.define('afterword-reviews', AfterwordReviews)
}
