const key = 'afterword:access-end'

type EndStore = Pick<Storage, 'getItem' | 'setItem'>

/**
 * When the access token ends, in epoch seconds: all that a script knows of the session, shared by the tabs of a
 * browser so that one sees that another has renewed. Null when nothing is known.
 *
 * @param store  `localStorage`, or null where the browser gives none.
 */
export const readAccessEnd = (store: EndStore | null): number | null => {
  try {
    const text = store?.getItem(key) ?? ''
    return /^\d{1,12}$/.test(text) ? Number(text) : null
  } catch {
    return null
  }
}

/** Notes the end of a token that a page or a renewal brought. An older page that is shown again changes nothing. */
export const noteAccessEnd = (store: EndStore | null, end: number): void => {
  if (end <= (readAccessEnd(store) ?? 0)) return
  try {
    store?.setItem(key, String(end))
  } catch {
    // Without it every tab renews for itself, which costs a call.
  }
}
