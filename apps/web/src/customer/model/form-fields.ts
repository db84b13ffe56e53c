import type { TypedReview } from '@afterword/validation/review/check-content'

/** Puts a text into the form. @param keepTouched  Leaves alone what was typed before the page came alive. */
export const fillForm = (form: HTMLFormElement, typed: TypedReview, keepTouched: boolean): void => {
  const stars = [...form.querySelectorAll<HTMLInputElement>('input[name="rating"]')]
  const isUntouched = stars.every((star) => star.checked === star.defaultChecked)
  // A star that came with the address is newer than the draft's.
  const isFromAddress = new URLSearchParams(globalThis.location.search).has('rating')
  if (!keepTouched || (typed.rating !== null && isUntouched && !isFromAddress)) {
    for (const star of stars) star.checked = star.value === String(typed.rating)
  }
  for (const name of ['title', 'body', 'authorName'] as const) {
    const field = form.elements.namedItem(name)
    const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (isText && (!keepTouched || field.value === field.defaultValue)) field.value = typed[name]
  }
}
