import type { PublicReview, PublicReviewPage, PublicSummary, StorefrontSort } from '@afterword/validation/storefront'
import { getReviews, getSummary, type Place, sendVote } from './api.ts'
import { backgroundOf, parseColor, readableAccent } from './contrast.ts'
import { element } from './dom.ts'
import { styles } from './styles.ts'
import { reviewView, skeletonView, summaryView, type View } from './views.ts'
import { wordsOf } from './words.ts'

/** What the admin's page hands in to show settings before they are saved: nothing is fetched. */
export interface Preview {
  readonly summary: PublicSummary
  readonly reviews: PublicReviewPage
}

const sorts: readonly StorefrontSort[] = ['newest', 'highest', 'lowest', 'helpful']
/** Stars and marks are graphics: WCAG 2.2, 1.4.11. */
const accentContrast = 3

/**
 * `<afterword-reviews shop="…" product-id="…">`: a product's rating, price line and reviews.
 *
 * Attributes: `shop` (access code), `product-id` (the platform's), `locale` (else the shop's).
 * Property `preview`: shows the given data instead of fetching. Style from outside by
 * `--afterword-accent`. Children are shown until the script has run, and without it. It never
 * throws into its page.
 */
export const defineReviewsElement = (origin: string): void => {
  class AfterwordReviews extends HTMLElement {
    static readonly observedAttributes = ['shop', 'product-id', 'locale']

    readonly #root = this.attachShadow({ mode: 'open' })
    #summary: PublicSummary | null = null
    #reviews: PublicReview[] = []
    #cursor: string | null = null
    #sort: StorefrontSort = 'newest'
    #rating: number | null = null
    #preview: Preview | null = null
    /** Answers to an older question are dropped. */
    #turn = 0

    connectedCallback(): void {
      void this.#load()
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
      if (this.isConnected && before !== after && before !== null) void this.#load()
    }

    get preview(): Preview | null {
      return this.#preview
    }

    set preview(preview: Preview | null) {
      this.#preview = preview
      if (this.isConnected) void this.#load()
    }

    get #place(): Place {
      const attribute = (name: string) => this.getAttribute(name) ?? ''
      return { origin, shop: attribute('shop'), productId: attribute('product-id') }
    }

    get #view(): View {
      const locale = this.getAttribute('locale') ?? this.#summary?.widget.locale ?? navigator.language
      return { locale, words: wordsOf(locale) }
    }

    async #ask(cursor: string | null): Promise<PublicReviewPage> {
      if (this.#preview !== null) return this.#previewPage(this.#preview)
      const limit = this.#summary?.widget.pageSize ?? 5
      return await getReviews(this.#place, { sort: this.#sort, rating: this.#rating, cursor, limit })
    }

    #previewPage({ summary, reviews }: Preview): PublicReviewPage {
      const shown = reviews.items.filter((review) => this.#rating === null || review.rating === this.#rating)
      return { items: shown.slice(0, summary.widget.pageSize), nextCursor: null }
    }

    async #load(): Promise<void> {
      const turn = (this.#turn += 1)
      if (this.#summary === null) this.#show(skeletonView(this.#view.words))
      try {
        const summary = this.#preview?.summary ?? (await getSummary(this.#place))
        if (turn !== this.#turn) return
        this.#summary = summary
        const page = await this.#ask(null)
        if (turn !== this.#turn) return
        this.#reviews = page.items
        this.#cursor = page.nextCursor
        this.#render()
      } catch {
        if (turn === this.#turn) this.#showFailure()
      }
    }

    async #loadMore(): Promise<void> {
      const known = this.#reviews.length
      try {
        const page = await this.#ask(this.#cursor)
        this.#reviews = [...this.#reviews, ...page.items]
        this.#cursor = page.nextCursor
        this.#render()
        this.#root.querySelectorAll<HTMLElement>('li')[known]?.focus()
      } catch {
        this.#root.querySelector('.more')?.replaceChildren(`${this.#view.words.failed} ${this.#view.words.retry}`)
      }
    }

    async #vote(review: PublicReview, button: HTMLButtonElement): Promise<void> {
      if (button.getAttribute('aria-disabled') === 'true') return
      button.setAttribute('aria-disabled', 'true')
      try {
        const { helpfulCount } = await sendVote(this.#place, review.id)
        button.replaceChildren(`${this.#view.words.voted} (${helpfulCount})`)
      } catch {
        button.removeAttribute('aria-disabled')
      }
    }

    #pick(rating: number | null): void {
      this.#rating = this.#rating === rating ? null : rating
      const focused = [...this.#root.querySelectorAll('.bars button')].indexOf(this.#root.activeElement ?? this)
      void this.#load().then(() => this.#root.querySelectorAll<HTMLElement>('.bars button')[focused]?.focus())
    }

    #sortView({ words }: View): HTMLElement {
      const select = element(
        'select',
        {
          onchange: () => {
            this.#sort = sorts.find((sort) => sort === select.value) ?? 'newest'
            void this.#load().then(() => this.#root.querySelector('select')?.focus())
          },
        },
        sorts.map((sort) =>
          element('option', { value: sort, selected: sort === this.#sort ? '' : null }, [words[sort]]),
        ),
      )
      return element('label', {}, [words.sort, select])
    }

    #listView(view: View): Node[] {
      const { words } = view
      const items = this.#reviews.map((review) => {
        const vote = (button: HTMLButtonElement) => void this.#vote(review, button)
        return reviewView(review, view, this.#preview === null ? vote : null)
      })
      if (items.length === 0) {
        return [element('p', { class: 'state' }, [this.#rating === null ? words.empty : words.emptyFilter])]
      }
      const more = element('button', { type: 'button', class: 'more', onclick: () => void this.#loadMore() }, [
        words.more,
      ])
      return [element('ul', {}, items), ...(this.#cursor === null ? [] : [more])]
    }

    #render(): void {
      const summary = this.#summary
      if (summary === null) return
      const view = this.#view
      const { words } = view
      const hasReviews = summary.rating.count > 0
      const showAll = element('button', { type: 'button', onclick: () => this.#pick(this.#rating) }, [words.showAll])
      this.#show(
        element('section', { 'aria-label': words.reviews, lang: view.locale }, [
          element('h2', {}, [words.reviews]),
          summaryView(summary, view, { rating: this.#rating, pick: (rating) => this.#pick(rating) }),
          hasReviews
            ? element('div', { class: 'tools' }, [this.#sortView(view), this.#rating === null ? null : showAll])
            : null,
          element('div', { 'aria-live': 'polite' }, this.#listView(view)),
        ]),
      )
    }

    #showFailure(): void {
      const { words } = this.#view
      const retry = element('button', { type: 'button', onclick: () => void this.#load() }, [words.retry])
      this.#show(element('div', { class: 'state', role: 'alert' }, [element('p', {}, [words.failed]), retry]))
    }

    #show(content: Node): void {
      const accent = parseColor(this.#summary?.widget.accentColor ?? '')
      const isOwn = getComputedStyle(this).getPropertyValue('--afterword-accent') === ''
      const color = accent === null || !isOwn ? '' : readableAccent(accent, backgroundOf(this), accentContrast)
      const sheet = element('style', {}, [color === '' ? styles : `${styles}:host{--accent:${color}}`])
      this.#root.replaceChildren(sheet, content)
    }
  }

  if (customElements.get('afterword-reviews') === undefined)
    customElements.define('afterword-reviews', AfterwordReviews)
}
