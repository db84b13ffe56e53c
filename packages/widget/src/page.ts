import { readLocale } from '@afterword/validation/primitives/locale'

/** What an element stands in, itself first, as it is drawn: through slots and out of shadow trees. */
export function* surroundings(start: Element): Generator<Element> {
  for (let at: Node | null = start; at !== null;) {
    if (at instanceof Element) yield at
    const slot: Element | null = at instanceof Element ? at.assignedSlot : null
    at = slot ?? (at instanceof ShadowRoot ? at.host : at.parentNode)
  }
}

/** In order: the element's `locale`, the nearest `lang` around it, the shop's language, the browser's. */
export const localeOf = (start: Element, shopLocale: string | undefined): string => {
  const asked = readLocale(start.getAttribute('locale'))
  if (asked !== null) return asked
  for (const at of surroundings(start)) {
    const locale = readLocale(at.getAttribute('lang'))
    if (locale !== null) return locale
  }
  return readLocale(shopLocale) ?? readLocale(navigator.language) ?? 'en'
}
