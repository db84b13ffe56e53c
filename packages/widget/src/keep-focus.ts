/** The key of the part that has the focus; null when none has. */
export const focusedKey = (root: ShadowRoot): string | null => root.activeElement?.getAttribute('data-key') ?? null

/** Draws a box again and gives the focus back to the part that had it, or to the order of the list where it is gone. */
export const keepFocus = (root: ShadowRoot, box: HTMLElement, draw: () => void): void => {
  const focused = focusedKey(root)
  draw()
  if (focused === null) return
  const keyed = [...box.querySelectorAll<HTMLElement>('[data-key]')]
  const withKey = (key: string) => keyed.find((at) => at.getAttribute('data-key') === key)
  ;(withKey(focused) ?? withKey('sort'))?.focus({ preventScroll: true })
}
