/** Letters that patterns treat apart; each is repeated, alone and in pairs with what the pattern itself names. */
const letters = ['a', '0', ' ', '\n', '.', '/', '-', '@', ',', '"', '=', '<', '>', '(', ':', '\\', '&', '%3D', '한']
/** What no pattern ends with, so that a match that hangs on the end has to be given up. */
const rejectedEnd = '\u0001'
const shortLength = 1_000
const tries = 9
/** Of an expression that looks slow. */
const mostTries = 40
/** Beyond so many times a plain scan of the same text an expression is looked at closely; a quadratic one takes thousands. */
const suspiciousTimes = 50

/** Between a linear expression's 2 and a quadratic one's 4. */
export const mostGrowth = 3

/** A scan that reads each character once, to compare with. */
const plainScan = /☃/

const timeOnce = (pattern: RegExp, text: string): number => {
  const start = process.hrtime.bigint()
  text.search(pattern)
  return Math.max(1, Number(process.hrtime.bigint() - start))
}

const timeOf = (pattern: RegExp, text: string): number =>
  Math.min(...Array.from({ length: tries }, () => timeOnce(pattern, text)))

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)) + rejectedEnd

/** Texts whose repetition could make this pattern begin again and again. */
const pumpsFor = (pattern: RegExp): readonly string[] => {
  const own = [...new Set(pattern.source.replaceAll(/\\[a-zA-Z]|[[\](){}?*+^$|\\]/g, ''))]
  return [...new Set([...letters, ...own, ...own.map((letter) => `${letter}a`), ...own.map((letter) => `${letter} `)])]
}

/**
 * The quickest of each length, taken in turns: what else the machine does can only add to a time, and it has to add to
 * every turn of one length to be seen. Measured on while the growth looks high.
 */
const growthOn = (pattern: RegExp, pump: string): number => {
  const [shorter, longer] = [fill(pump, 2 * shortLength), fill(pump, 4 * shortLength)]
  let [least, leastOfLonger] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let turn = 0; turn < mostTries && (turn < tries || leastOfLonger / least > mostGrowth); turn += 1) {
    least = Math.min(least, timeOnce(pattern, shorter))
    leastOfLonger = Math.min(leastOfLonger, timeOnce(pattern, longer))
  }
  return leastOfLonger / least
}

/**
 * By how much an expression's time grows when a text doubles, on the worst text found: near 2 when it reads each
 * character a bounded number of times, near 4 when it is quadratic. 1 when it never takes notably longer than a scan.
 * Stops at the first text on which it grows too fast.
 */
export const worstGrowth = (pattern: RegExp): { readonly growth: number; readonly pump: string } => {
  let worst = { growth: 1, pump: '' }
  for (const pump of pumpsFor(pattern)) {
    const text = fill(pump, shortLength)
    if (timeOf(pattern, text) < suspiciousTimes * timeOf(plainScan, text)) continue
    const growth = growthOn(pattern, pump)
    if (growth > worst.growth) worst = { growth, pump }
    if (growth > mostGrowth) break
  }
  return worst
}
