import { acrossGradient, renderScene } from './scene.ts'

/** A point of the rug, u across and v towards the viewer, both from 0 to 1, as seen on the floor. */
const project = (u: number, v: number): string => {
  const depth = 0.66 + 0.34 * v
  return `${(400 + (u - 0.5) * 700 * depth).toFixed(1)} ${(312 + 390 * v ** 1.12).toFixed(1)}`
}
const area = (points: readonly (readonly [number, number])[], fill: string): string =>
  `<path d="M${points.map(([u, v]) => project(u, v)).join(' L')} Z" fill="${fill}"/>`
type Pair = readonly [u: number, v: number]

const rectangle = ([u, v]: Pair, [width, depth]: Pair, fill: string): string =>
  area(
    [
      [u, v],
      [u + width, v],
      [u + width, v + depth],
      [u, v + depth],
    ],
    fill,
  )
const diamond = ([u, v]: Pair, [width, depth]: Pair, fill: string): string =>
  area(
    [
      [u, v - depth],
      [u + width, v],
      [u, v + depth],
      [u - width, v],
    ],
    fill,
  )

const rugPattern = (): string => {
  const rows = [0.24, 0.5, 0.76]
  const columns = [0.26, 0.5, 0.74]
  const medallions = rows.flatMap((v) =>
    columns.map(
      (u) =>
        diamond([u, v], [0.11, 0.115], '#f1e2c8') +
        diamond([u, v], [0.085, 0.089], '#7c3a26') +
        diamond([u, v], [0.058, 0.06], '#e2a46d') +
        diamond([u, v], [0.026, 0.028], '#f1e2c8'),
    ),
  )
  const small = [0.37, 0.63].flatMap((v) => [0.38, 0.62].map((u) => diamond([u, v], [0.026, 0.028], '#f1e2c8')))
  const teeth = Array.from({ length: 14 }, (_, index) => {
    const left = 0.08 + index * 0.06
    return (
      area(
        [
          [left, 0.085],
          [left + 0.06, 0.085],
          [left + 0.03, 0.115],
        ],
        '#f1e2c8',
      ) +
      area(
        [
          [left, 0.915],
          [left + 0.06, 0.915],
          [left + 0.03, 0.885],
        ],
        '#f1e2c8',
      )
    )
  })
  return [...medallions, ...small, ...teeth].join('')
}

const rugFringe = (v: number, length: number): string =>
  Array.from({ length: 58 }, (_, index) => {
    const u = 0.008 + (index / 57) * 0.984
    return `<path d="M${project(u, v)} L${project(u + 0.003 * Math.sin(index * 2.1), v + length)}" stroke="#efe2cb" stroke-width="${v > 0.5 ? 5 : 2.4}" stroke-linecap="round"/>`
  }).join('')

export const drawRug = (): string =>
  renderScene({
    wall: ['#eee5d8', '#d3c2ad'],
    floor: ['#c9a27c', '#9f7650'],
    horizon: 250,
    defs: acrossGradient('light', [
      [0, '#fff3dc'],
      [0.5, '#fff3dc'],
      [1, '#1f0f06'],
    ]).replaceAll('/>', ' stop-opacity="0.16"/>'),
    body: `<g stroke="#7b5636" stroke-width="3" opacity="0.4">${[60, 190, 320, 440, 560, 690].map((x) => `<path d="M${400 + (x - 380) * 0.7} 252 L${400 + (x - 380) * 2.3} 800"/>`).join('')}</g>
      <rect y="234" width="800" height="18" fill="#f6eee2"/><rect y="250" width="800" height="4" fill="#8c6848" opacity="0.6"/>
      <g transform="translate(12 14)" opacity="0.5" filter="url(#close)">${rectangle([0, 0], [1, 1], '#2c170b')}</g>
      ${rugFringe(0.01, -0.045)}${rugFringe(0.99, 0.05)}
      ${rectangle([0, 0], [1, 1], '#7c3a26')}${rectangle([0.03, 0.03], [0.94, 0.94], '#f1e2c8')}${rectangle([0.042, 0.042], [0.916, 0.916], '#b5573a')}
      ${rectangle([0.08, 0.085], [0.84, 0.83], '#f1e2c8')}${rectangle([0.08, 0.085], [0.84, 0.83], '#7c3a26')}${rectangle([0.095, 0.12], [0.81, 0.76], '#c4694a')}
      ${rugPattern()}
      ${rectangle([0, 0], [1, 1], 'url(#light)')}`,
  })
