export type Rgb = readonly [red: number, green: number, blue: number]
/** 0 is see-through, 1 is not. */
export type Rgba = readonly [...Rgb, alpha: number]

const toRgba = (parts: readonly (string | undefined)[], scale: number): Rgba | null => {
  // A part can be `none`, and then counts as 0.
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = parts.map((part) => (part === 'none' ? 0 : Number(part)))
  const clamp = (part: number): number => Math.min(255, Math.max(0, part * scale))
  return Number.isNaN(red + green + blue + alpha) ? null : [clamp(red), clamp(green), clamp(blue), alpha]
}

/** `rgb(1, 2, 3)`, `rgba(…)`, `#010203` or `color(srgb 0.1 0.2 0.3 / 0.4)` as numbers; null for anything else. */
export const parseColor = (text: string): Rgba | null => {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (hex !== null)
    return toRgba(
      hex.slice(1).map((pair) => String(parseInt(pair, 16))),
      1,
    )
  const [, kind, inside = ''] = /^(rgba?\(|color\(srgb )([^()]+)\)$/.exec(text) ?? []
  if (kind === undefined) return null
  return toRgba(inside.trim().split(/[\s,/]+/), kind === 'color(srgb ' ? 255 : 1)
}

/** What is seen of a colour that lies over another. */
export const blend = ([red, green, blue, alpha]: Rgba, [red2, green2, blue2]: Rgb): Rgb => [
  red * alpha + red2 * (1 - alpha),
  green * alpha + green2 * (1 - alpha),
  blue * alpha + blue2 * (1 - alpha),
]

const luminance = (color: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const part = value / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

const steps = 20

/** `accent`, moved towards black or white until it stands out from `background` by `ratio`. */
export const readableAccent = (accent: Rgb, background: Rgb, ratio: number): string => {
  const target = luminance(background) > 0.18 ? 0 : 255
  for (let step = 0; step <= steps; step += 1) {
    const [red = 0, green = 0, blue = 0] = accent.map((value) => Math.round(value + ((target - value) * step) / steps))
    if (contrast([red, green, blue], background) >= ratio) return `rgb(${red}, ${green}, ${blue})`
  }
  return target === 0 ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'
}
