import { blend, parseColor, type Rgb, type Rgba } from './contrast.ts'
import { element } from './dom.ts'
import { surroundings } from './page.ts'

type ReadColor = (color: string) => Rgba | null

/**
 * Hands `use` a function that reads any colour a browser can compute (`oklch(…)`, `color(display-p3 …)`, `Canvas`), by
 * having the browser itself bring it to sRGB.
 */
const withBrowsersEye = <Result>(root: ShadowRoot, use: (read: ReadColor) => Result): Result => {
  const probe = element('span', { hidden: '' })
  probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme
  root.append(probe)
  try {
    return use((color) => {
      const plain = parseColor(color)
      if (plain !== null) return plain
      probe.style.color = ''
      probe.style.color = `color-mix(in srgb,${color},${color})`
      return probe.style.color === '' ? null : parseColor(getComputedStyle(probe).color)
    })
  } finally {
    probe.remove()
  }
}

/** The colour seen behind a widget: whatever it stands in, laid over the browser's own canvas. */
export const backgroundOf = (root: ShadowRoot): Rgb =>
  withBrowsersEye(root, (read) => {
    const layers: Rgba[] = []
    for (const at of surroundings(root.host)) {
      const color = read(getComputedStyle(at).backgroundColor)
      if (color !== null) layers.push(color)
      if (color?.[3] === 1) break
    }
    const [red, green, blue] = read('Canvas') ?? [255, 255, 255]
    return layers.reduceRight<Rgb>((below, above) => blend(above, below), [red, green, blue])
  })
