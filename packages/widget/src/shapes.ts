import { drawing } from './dom.ts'
import { starsPercent } from './format.ts'

/** Drawn, not painted as a background: backgrounds are left out of prints and of forced colours. */

const star = 'l3.1 6.6 7.1.9-5.2 5 1.3 7.1-6.3-3.5-6.3 3.5 1.3-7.1-5.2-5 7.1-.9z'
const size = 24
const stars = [0, 1, 2, 3, 4].map((place) => `M${size * place + size / 2} 1.8${star}`).join('')
const width = 5 * size

const five = (kind: string): SVGElement => drawing('path', { class: kind, d: stars })

/** Five stars, filled exactly as far as the value says. */
export const starsShape = (value: number): SVGElement => {
  const filled = String((width * starsPercent(value)) / 100)
  return drawing('svg', { viewBox: `0 0 ${width} ${size}`, 'aria-hidden': 'true' }, [
    five('off'),
    drawing('svg', { width: filled, height: String(size) }, [five('on')]),
  ])
}

/** A bar filled to a share of 0 to 100. */
export const barShape = (share: number): SVGElement => {
  const part = (kind: string, percent: number) =>
    drawing('rect', { class: kind, width: `${percent}%`, height: '100%', rx: '4' })
  return drawing('svg', { class: 'bar', 'aria-hidden': 'true' }, [part('off', 100), part('on', share)])
}
