/**
 * A shop's accent colour made readable: contrasts are WCAG 2.2 ratios.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */

type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const ink: Rgb = [18, 16, 14]
/** The surfaces an accent stands on; as in globals.css (the least favourable of each theme). */
const lightSurface: Rgb = [243, 241, 237]
const darkSurface: Rgb = [29, 28, 25]
const fallbackAccent = '#17594a'
const textContrast = 4.5

const parseHex = (hex: string): Rgb | null => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim())
  if (match === null) return null
  const channel = (index: number): number => Number.parseInt(match[index] ?? '0', 16)
  return [channel(1), channel(2), channel(3)]
}

const toHex = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

const luminance = (rgb: Rgb): number => {
  const linear = (value: number): number => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

const contrastOf = (first: Rgb, second: Rgb): number => {
  const [low, high] = [luminance(first), luminance(second)].toSorted((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share)
  return [channel(0), channel(1), channel(2)]
}

/** Moves a colour towards another in small steps until it stands out from the surface. */
const untilReadable = (color: Rgb, towards: Rgb, surface: Rgb): Rgb => {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(color, towards, share)
    if (contrastOf(candidate, surface) >= textContrast) return candidate
  }
  return towards
}

export interface AccentColors {
  /** Background of the main button. */
  readonly accent: string
  readonly hover: string
  /** Text on `accent`. */
  readonly ink: string
  /** Links, stars and outlines on the page. */
  readonly text: string
}

const colorsFor = (accent: Rgb, surface: Rgb, towards: Rgb): AccentColors => {
  const text = untilReadable(accent, towards, surface)
  const onText = contrastOf(white, text) >= textContrast ? white : ink
  return {
    accent: toHex(text),
    hover: toHex(mix(text, onText === white ? ink : white, 0.16)),
    ink: toHex(onText),
    text: toHex(text),
  }
}

/** The WCAG contrast ratio of two `#rrggbb` colours, 1 to 21; 1 when one is no colour. */
export const contrastRatio = (first: string, second: string): number => {
  const [one, two] = [parseHex(first), parseHex(second)]
  return one === null || two === null ? 1 : contrastOf(one, two)
}

/**
 * The accent in both themes. Text in it, and text on it, reach 4.5 : 1; a colour that already does
 * is left as it is. Anything that is no `#rrggbb` colour gives the product's own accent.
 */
export const readableAccent = (hex: string): { readonly light: AccentColors; readonly dark: AccentColors } => {
  const accent = parseHex(hex) ?? parseHex(fallbackAccent) ?? ink
  return { light: colorsFor(accent, lightSurface, [0, 0, 0]), dark: colorsFor(accent, darkSurface, white) }
}
