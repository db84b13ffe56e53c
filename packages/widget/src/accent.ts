import { parseColor, readableAccent } from './contrast.ts'
import { backgroundOf } from './page-colors.ts'

/** Stars and marks are graphics: WCAG 2.2, 1.4.11. */
const accentContrast = 3

/**
 * The shop's accent colour, made as much stronger as the page behind the element needs.
 *
 * @returns Empty, so that the style sheet's own holds, where the page sets `--afterword-accent` or there is no colour.
 */
export const accentFor = (root: ShadowRoot, accentColor = ''): string => {
  const accent = parseColor(accentColor)
  const isOwn = getComputedStyle(root.host).getPropertyValue('--afterword-accent') === ''
  if (accent === null || !isOwn) return ''
  return readableAccent([accent[0], accent[1], accent[2]], backgroundOf(root), accentContrast)
}
