/** What both the browser's and React's keyboard events say of it. */
interface Composing {
  readonly isComposing?: boolean | undefined
  readonly keyCode?: number | undefined
  readonly nativeEvent?: { readonly isComposing?: boolean | undefined }
}

/** The code of a key that an input method took; Safari has no other sign of the Enter that ends a composition. */
const takenByInputMethod = 229

/**
 * Whether a key belongs to an input method, as while Chinese, Japanese or Korean is typed: there Enter and Escape
 * choose or drop characters. A key handler does nothing then.
 */
export const isComposing = (event: Composing): boolean =>
  event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === takenByInputMethod
