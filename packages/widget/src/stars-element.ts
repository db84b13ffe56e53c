import type { PublicSummary } from '@afterword/validation/storefront/schema'
import type { Place } from './api.ts'
import { element } from './dom.ts'
import { formatNumber } from './format.ts'
import { openRoot } from './open-root.ts'
import { localeOf } from './page.ts'
import { isSamePlace, PageElement } from './page-element.ts'
import { starsStyles } from './styles.ts'
import { createSummaries } from './summaries.ts'
import { starsView } from './views.ts'
import { countText, viewOf } from './view.ts'

/** Keeps the line as high as it is with stars. */
const emptyLine = '\u200B'

const lineOf = ({ rating, widget }: PublicSummary, host: Element): readonly (Node | string)[] => {
  if (rating.count === 0) return [emptyLine]
  const view = viewOf(localeOf(host, widget.locale))
  return [
    starsView(rating.average, view),
    element('span', { class: 'quiet', 'aria-hidden': 'true' }, [` ${formatNumber(rating.count, view.locale)}`]),
    element('span', { class: 'hidden', lang: view.words.language }, [countText(rating.count, view)]),
  ]
}

/**
 * `<afterword-stars shop="…" product-id="…">`: stars and count in one line, whose place is kept while there are none.
 * Attribute `locale` (else the page's language, else the shop's). All of a page ask together. It never throws into
 * its page.
 */
export const defineStarsElement = (origin: string): void => {
  const ask = createSummaries(origin)

  class AfterwordStars extends PageElement {
    readonly #line = element('span')
    #place: Place | null = null
    #summary: PublicSummary | null = null

    constructor() {
      super()
      openRoot(this, starsStyles).append(this.#line)
      this.#line.append(emptyLine)
    }

    protected follow(): void {
      const place = this.placeAt(origin)
      if (!isSamePlace(place, this.#place)) {
        this.#place = place
        this.#summary = null
        if (place !== null) void this.#load(place)
      }
      this.#render()
    }

    /** What has been asked for is kept for when the element comes back. */
    protected leave(): void {}

    async #load(place: Place): Promise<void> {
      const summary = await ask(place).catch(() => null)
      if (place !== this.#place) return
      this.#summary = summary
      this.#render()
    }

    #render(): void {
      this.#line.replaceChildren(...(this.#summary === null ? [emptyLine] : lineOf(this.#summary, this)))
    }
  }

  if (customElements.get('afterword-stars') === undefined) customElements.define('afterword-stars', AfterwordStars)
}
