type Rgb = readonly [number, number, number]

/** `rgb(1, 2, 3)`, `rgba(…)` or `#010203` as numbers; null for anything else and for see-through. */
export const parseColor = (text: string): Rgb | null => {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (hex !== null) return [parseInt(hex[1] ?? '', 16), parseInt(hex[2] ?? '', 16), parseInt(hex[3] ?? '', 16)]
  const [red, green, blue, alpha] = (/^rgba?\(([^)]+)\)$/.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null
  return [red, green, blue]
}

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

/** The colour behind an element: its own or the nearest parent's that is not see-through. */
export const backgroundOf = (start: Element): Rgb => {
  for (let at: Element | null = start; at !== null; at = at.parentElement) {
    const color = parseColor(getComputedStyle(at).backgroundColor)
    if (color !== null) return color
  }
  return matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(start).colorScheme.includes('dark')
    ? [18, 18, 18]
    : [255, 255, 255]
}
