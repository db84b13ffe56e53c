import { getSummary } from './api.ts'
import { element } from './dom.ts'
import { styles } from './styles.ts'
import { starsView } from './views.ts'
import { wordsOf } from './words.ts'

/** `<afterword-stars shop="…" product-id="…">`: stars and count in one line; nothing without reviews. */
export const defineStarsElement = (origin: string): void => {
  class AfterwordStars extends HTMLElement {
    connectedCallback(): void {
      this.#load().catch(() => undefined)
    }

    async #load(): Promise<void> {
      const place = { origin, shop: this.getAttribute('shop') ?? '', productId: this.getAttribute('product-id') ?? '' }
      const { rating, widget } = await getSummary(place)
      if (rating.count === 0) return
      const view = { locale: widget.locale, words: wordsOf(widget.locale) }
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const count = new Intl.NumberFormat(view.locale).format(rating.count)
      root.replaceChildren(
        element('style', {}, [`${styles}:host{display:inline-block;--accent:var(--afterword-accent,currentColor)}`]),
        starsView(rating.average, view),
        element('span', { class: 'quiet', 'aria-label': view.words.count(rating.count, count) }, [` ${count}`]),
      )
    }
  }

  if (customElements.get('afterword-stars') === undefined) customElements.define('afterword-stars', AfterwordStars)
}
