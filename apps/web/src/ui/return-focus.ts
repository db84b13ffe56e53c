/** Where reading goes on when what had the focus is gone: the current row of the page's list, else its heading, else the page. */
const places = ['main [data-stop][aria-current]', 'main [data-stop][tabindex="0"]', 'main h1', 'main']

const tryFocus = (element: HTMLElement): boolean => {
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/** Headings take the focus only while they have it: no click and no Tab leads to them. */
const focusPlace = (place: HTMLElement): boolean => {
  if (tryFocus(place)) return true
  place.tabIndex = -1
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  if (tryFocus(place)) return true
  place.removeAttribute('tabindex')
  return false
}

/** Whether nothing that a person chose has the focus: what had it is gone, and at most a heading stands in for it. */
export const isFocusAdrift = (): boolean =>
  document.activeElement === null || document.activeElement.matches('body, main, main h1')

/**
 * Gives the focus back to what had it before a dialog opened. An element that is gone, disabled or hidden by now, or
 * none at all, is replaced by the nearest place to read on from.
 */
export const returnFocus = (opener: Element | null): void => {
  if (opener instanceof HTMLElement && opener !== document.body && tryFocus(opener)) return
  for (const place of places) {
    const found = document.querySelector<HTMLElement>(place)
    if (found !== null && focusPlace(found)) return
  }
}
