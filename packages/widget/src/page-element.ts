import { readPlatformId } from '@afterword/validation/primitives/platform-id'
import type { Place } from './api.ts'

/**
 * An element in somebody else's page. Its attributes may come in any order, before or after it is attached, one by
 * one; it may be moved, copied and taken out at any time. All that happens at once is followed once, afterwards.
 */
export abstract class PageElement extends HTMLElement {
  static readonly observedAttributes = ['shop', 'product-id', 'locale', 'lang']

  #isDue = false

  /** Called when the element is in its page, and where or what it is may have changed. */
  protected abstract follow(): void
  /** Called when it has been taken out of its page. */
  protected abstract leave(): void

  connectedCallback(): void {
    this.followSoon()
  }

  disconnectedCallback(): void {
    this.followSoon()
  }

  attributeChangedCallback(): void {
    this.followSoon()
  }

  protected followSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    queueMicrotask(() => {
      this.#isDue = false
      if (this.isConnected) this.follow()
      else this.leave()
    })
  }

  /** Null until both names are there. */
  protected placeAt(origin: string): Place | null {
    const [shop = '', productId = ''] = ['shop', 'product-id'].map((name) => this.getAttribute(name)?.trim())
    return shop === '' || productId === '' ? null : { origin, shop, productId: readPlatformId(productId) ?? productId }
  }
}

export const isSamePlace = (one: Place | null, other: Place | null): boolean =>
  one?.shop === other?.shop && one?.productId === other?.productId
