import { localeOf } from '@afterword/language/locale-of'
import { say } from '@afterword/language/text'
import { interfacePartsTexts as texts } from '@afterword/language/texts/interface-parts/texts'

/** Where a value lies between two ends, as a share of a length. */
export const scaleTo = (value: number, [from, until]: readonly [number, number], length: number): number =>
  until === from ? 0 : ((value - from) / (until - from)) * length

/** A round number at or above `value` that an axis can end with: 1, 2 or 5 times a power of ten. */
export const axisEnd = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10
  return step * power
}

interface LinePoint {
  readonly x: number
  readonly y: number | null
}

/** An SVG path through the points; a gap where nothing was measured. */
export const linePath = (points: readonly LinePoint[]): string => {
  let path = ''
  let isDrawing = false
  for (const { x, y } of points) {
    // A line of no length still shows its round cap: a single minute is a dot.
    if (y !== null) path += `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}${isDrawing ? '' : 'h0'}`
    isDrawing = y !== null
  }
  return path
}

/** Milliseconds as people read them, with a space that does not break: `40 ms`, `2.1 s`. */
export const formatMs = (ms: number): string => {
  const write = (value: number, maximumFractionDigits: number): string =>
    value.toLocaleString(localeOf(texts), { maximumFractionDigits })
  return ms < 1_000
    ? say(texts.milliseconds, { count: write(ms, 0) })
    : say(texts.seconds, { count: write(ms / 1_000, 1) })
}

/** As wide as a letter of a mark's name gets, in CSS pixels. */
const letterWidth = 6.5
const nameGap = 3

/** Where the name of a mark begins, or where it ends when the room right of the mark is too small. */
export const placeName = (
  { right }: { readonly right: number },
  markX: number,
  name: string,
): { readonly x: number; readonly textAnchor: 'start' | 'end' } =>
  markX + nameGap + name.length * letterWidth <= right
    ? { x: markX + nameGap, textAnchor: 'start' }
    : { x: Math.min(right, Math.max(markX - nameGap, name.length * letterWidth)), textAnchor: 'end' }
