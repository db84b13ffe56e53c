/** `localStorage`, or null where reading it is refused. */
export const browserStore = (): Storage | null => {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}
