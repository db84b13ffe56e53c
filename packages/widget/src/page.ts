import { firstLocale } from '@afterword/language/read-locale'

/** What an element stands in, itself first, as it is drawn: through slots and out of shadow trees. */
export function* surroundings(start: Element): Generator<Element> {
  for (let at: Node | null = start; at !== null;) {
    if (at instanceof Element) yield at
    const slot: Element | null = at instanceof Element ? at.assignedSlot : null
    at = slot ?? (at instanceof ShadowRoot ? at.host : at.parentNode)
  }
}

function* locales(start: Element, shopLocale: string | undefined): Generator<string | null | undefined> {
  yield start.getAttribute('locale')
  for (const at of surroundings(start)) yield at.getAttribute('lang')
  yield shopLocale
  yield navigator.language
}

/** In order: the element's `locale`, the nearest `lang` around it, the shop's language, the browser's. */
export const localeOf = (start: Element, shopLocale: string | undefined): string =>
  firstLocale(locales(start, shopLocale)) ?? 'en'
