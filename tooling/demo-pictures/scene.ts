/** One picture: 800 × 800, light from the upper left. */
export const pictureSize = 800

export interface SceneColours {
  /** The wall, light and shaded. */
  readonly wall: readonly [string, string]
  /** The table or floor. */
  readonly floor: readonly [string, string]
}

interface Scene extends SceneColours {
  /** Where the wall ends; `pictureSize` for no floor, 0 for a picture from above. */
  readonly horizon: number
  readonly defs?: string
  readonly body: string
}

type Stop = readonly [offset: number, colour: string]

const stopTags = (stops: readonly Stop[]): string =>
  stops.map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`).join('')

/** Shading from left to right. */
export const acrossGradient = (id: string, stops: readonly Stop[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0">${stopTags(stops)}</linearGradient>`

/** Shading from top to bottom. */
export const downGradient = (id: string, stops: readonly Stop[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stopTags(stops)}</linearGradient>`

/** Shading of something round, its light at the upper left. */
export const roundGradient = (id: string, stops: readonly Stop[]): string =>
  `<radialGradient id="${id}" cx="0.34" cy="0.28" r="0.85">${stopTags(stops)}</radialGradient>`

/** The soft shadow under a thing that stands at (x, y). */
export const groundShadow = (x: number, y: number, width: number): string =>
  `<ellipse cx="${x + width * 0.12}" cy="${y}" rx="${width * 0.62}" ry="${width * 0.1}" fill="#3b2416" opacity="0.30" filter="url(#soft)"/>
  <ellipse cx="${x + width * 0.02}" cy="${y}" rx="${width * 0.44}" ry="${width * 0.045}" fill="#2c1a10" opacity="0.38" filter="url(#close)"/>`

/** Numbers from 0 to 1 that repeat, for speckles and grain. */
export const createNoise = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const renderScene = ({ wall, floor, horizon, defs = '', body }: Scene): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureSize} ${pictureSize}" width="${pictureSize}" height="${pictureSize}">
<defs>
  <radialGradient id="wall" cx="0.3" cy="0.2" r="1">${stopTags([
    [0, wall[0]],
    [1, wall[1]],
  ])}</radialGradient>
  <linearGradient id="floor" x1="0" y1="0" x2="1" y2="1">${stopTags([
    [0, floor[0]],
    [1, floor[1]],
  ])}</linearGradient>
  <filter id="soft" x="-50%" y="-150%" width="200%" height="400%"><feGaussianBlur stdDeviation="22"/></filter>
  <filter id="close" x="-50%" y="-150%" width="200%" height="400%"><feGaussianBlur stdDeviation="7"/></filter>
  <filter id="fine" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="3"/></filter>
  ${defs}
</defs>
<rect width="800" height="800" fill="url(#wall)"/>
<rect y="${horizon}" width="800" height="${pictureSize - horizon}" fill="url(#floor)"/>
${horizon > 0 && horizon < pictureSize ? `<rect y="${horizon - 6}" width="800" height="14" fill="${floor[1]}" opacity="0.25" filter="url(#close)"/>` : ''}
${body}
</svg>`
