import { acrossGradient, createNoise, groundShadow, renderScene, roundGradient } from './scene.ts'

const fringe = (from: number, to: number, y: number): string => {
  const noise = createNoise(31)
  const step = 13
  return Array.from({ length: Math.floor((to - from) / step) }, (_, index) => {
    const x = from + step * (index + 0.5)
    const sway = 8 * (noise() - 0.5)
    const length = 44 + 12 * noise()
    const top = y + 5 * Math.sin(x / 46)
    return `<path d="M${x} ${top.toFixed(1)} q${sway.toFixed(1)} ${(length / 2).toFixed(1)} ${(sway / 2).toFixed(1)} ${length.toFixed(1)}" stroke="${index % 2 === 0 ? '#e9dcc6' : '#d2c0a3'}" stroke-width="6" stroke-linecap="round" fill="none"/>`
  }).join('')
}

/** A hanging cloth's folds: bands of light and shade. */
const folds = (xs: readonly number[], width: number): string =>
  xs
    .map(
      (x) =>
        `<path d="M${x} 170 C${x - 12} 330 ${x + 14} 470 ${x} 640 L${x + width} 640 C${x + width + 16} 470 ${x + width - 8} 330 ${x + width * 0.7} 170 Z" fill="#6d5232" opacity="0.20" filter="url(#close)"/>
        <path d="M${x - 26} 180 C${x - 36} 330 ${x - 14} 470 ${x - 28} 636" stroke="#fffaf0" stroke-width="16" opacity="0.42" fill="none" filter="url(#close)"/>`,
    )
    .join('')

export const drawThrow = (): string => {
  const cloth =
    'M190 168 C196 146 604 146 610 168 C622 330 606 480 614 640 C560 652 520 630 470 642 C420 654 380 630 330 642 C280 652 240 632 186 640 C194 480 178 330 190 168 Z'
  return renderScene({
    wall: ['#e6cdbb', '#c79d85'],
    floor: ['#c79d85', '#c79d85'],
    horizon: 800,
    defs: `${acrossGradient('wool', [
      [0, '#d8c6a9'],
      [0.3, '#efe3cd'],
      [0.7, '#e4d4b8'],
      [1, '#bfa883'],
    ])}
      ${acrossGradient('rail', [
        [0, '#a86f42'],
        [1, '#7b4c2a'],
      ])}
      <pattern id="knit" width="10" height="8" patternUnits="userSpaceOnUse"><path d="M0 0 L5 5 L10 0" stroke="#8d7350" stroke-width="1.4" fill="none" opacity="0.22"/></pattern>
      <clipPath id="cloth"><path d="${cloth}"/></clipPath>`,
    body: `<g transform="translate(30 26)" opacity="0.28" filter="url(#soft)"><path d="${cloth}" fill="#4a2213"/></g>
      <path d="M96 152 C220 176 580 176 716 152" stroke="#4a2213" stroke-width="20" opacity="0.22" fill="none" filter="url(#close)" transform="translate(16 22)"/>
      <rect x="80" y="138" width="640" height="26" rx="13" fill="url(#rail)"/><rect x="88" y="142" width="624" height="6" rx="3" fill="#d9a577" opacity="0.8"/>
      ${fringe(190, 612, 634)}
      <g clip-path="url(#cloth)">
        <rect width="800" height="800" fill="url(#wool)"/>
        <path d="M150 500 C300 520 500 482 650 500 L650 530 C500 512 300 550 150 530 Z" fill="#b4643f"/>
        <path d="M150 546 C300 566 500 528 650 546 L650 556 C500 538 300 576 150 556 Z" fill="#b4643f"/>
        <path d="M150 470 C300 490 500 452 650 470 L650 480 C500 462 300 500 150 480 Z" fill="#b4643f"/>
        <rect width="800" height="800" fill="url(#knit)"/>
        ${folds([262, 372, 486, 570], 44)}
        <rect x="150" y="140" width="500" height="44" fill="#fff8ea" opacity="0.5" filter="url(#close)"/>
        <rect x="150" y="184" width="500" height="34" fill="#6d5232" opacity="0.22" filter="url(#close)"/>
      </g>`,
  })
}

interface Towel {
  /** Of its upper fold. */
  readonly y: number
  readonly fill: string
  readonly line: string
}

/** A folded towel from the front: two rounded folds, one on the other. */
const foldedTowel = ({ y, fill, line }: Towel): string =>
  [y, y + 58]
    .map((top, layer) => {
      const shape = `x="${174 + 8 * layer}" y="${top}" width="${452 - 10 * layer}" height="60" rx="28"`
      return `<rect ${shape} fill="${fill}"/><rect ${shape} fill="url(#waffle)"/><rect ${shape} fill="url(#fold)"/>
        <path d="M${206 + 8 * layer} ${top + 57} H${594 - 8 * layer}" stroke="${line}" stroke-width="5" stroke-linecap="round" opacity="0.8"/>`
    })
    .join('')

/** A twig's leaves: where each begins and where it points. */
const leaves = [
  [300, 358, -66],
  [304, 361, 24],
  [352, 350, -62],
  [356, 352, 28],
  [408, 343, -64],
  [412, 345, 22],
  [462, 332, -70],
  [466, 332, 14],
  [512, 314, -74],
  [516, 312, 8],
  [556, 292, -26],
] as const

const twig = (): string =>
  `<path d="M262 366 C360 344 450 340 556 292" stroke="#6d7f5d" stroke-width="6" fill="none" stroke-linecap="round"/>${leaves
    .map(
      ([x, y, angle]) =>
        `<g transform="translate(${x} ${y}) rotate(${angle})"><path d="M0 0 C12 -18 44 -18 58 0 C44 16 12 16 0 0 Z" fill="#8ba07c"/><path d="M0 0 C12 -18 44 -18 58 0 Z" fill="#a8bb98"/></g>`,
    )
    .join('')}`

export const drawTowels = (): string =>
  renderScene({
    wall: ['#eaf0ea', '#c2cfc6'],
    floor: ['#e6d6c0', '#c4ab8d'],
    horizon: 540,
    defs: `<linearGradient id="fold" x1="0" y1="0" x2="0.12" y2="1"><stop offset="0" stop-color="#ffffff" stop-opacity="0.5"/><stop offset="0.4" stop-color="#ffffff" stop-opacity="0"/><stop offset="1" stop-color="#3b2010" stop-opacity="0.38"/></linearGradient>
      <pattern id="waffle" width="17" height="15" patternUnits="userSpaceOnUse"><rect x="2" y="2" width="13" height="11" rx="2.5" fill="#53341f" opacity="0.16"/><path d="M2 13.5 H15.5 V2" stroke="#ffffff" stroke-width="1.8" fill="none" opacity="0.4"/></pattern>
      <clipPath id="upper"><path d="M238 348 H562 C586 348 606 384 614 412 H186 C194 384 214 348 238 348 Z"/></clipPath>`,
    body: `${groundShadow(404, 640, 470)}
      ${foldedTowel({ y: 522, fill: '#cf8868', line: '#7d432b' })}
      <rect x="200" y="506" width="420" height="30" fill="#4a2213" opacity="0.4" filter="url(#close)"/>
      ${foldedTowel({ y: 398, fill: '#f1e7d6', line: '#a8916f' })}
      <g clip-path="url(#upper)"><rect width="800" height="800" fill="#f8f1e4"/><rect width="800" height="800" fill="url(#waffle)"/>
        <rect x="180" y="340" width="440" height="26" fill="#8d7350" opacity="0.2" filter="url(#close)"/></g>
      <path d="M566 454 C560 512 606 512 600 452" stroke="#c9b492" stroke-width="9" fill="none" stroke-linecap="round"/>
      <g transform="translate(10 14)" opacity="0.22" filter="url(#close)"><path d="M262 366 C360 344 450 340 556 320" stroke="#3b2416" stroke-width="34" fill="none" stroke-linecap="round"/></g>
      ${twig()}`,
  })

/** Wool in small loops, light and dark, each a little off its place. */
const loops = (): string => {
  const noise = createNoise(42)
  const columns = 36
  return Array.from({ length: columns * columns }, (_, index) => {
    const x = (156 + 14 * (index % columns) + 9 * noise()).toFixed(1)
    const y = (184 + 14 * Math.floor(index / columns) + 9 * noise()).toFixed(1)
    const colour = noise() < 0.5 ? '#5c3b0f' : '#fff0cc'
    return `<circle cx="${x}" cy="${y}" r="${(4.5 + 2.5 * noise()).toFixed(1)}" fill="${colour}" opacity="0.12"/>`
  }).join('')
}

export const drawCushion = (): string => {
  const shape =
    'M170 196 C300 226 500 226 640 190 C612 330 616 520 648 662 C500 632 310 632 160 664 C190 520 194 330 170 196 Z'
  return renderScene({
    wall: ['#e2e4e6', '#b9c0c4'],
    floor: ['#cfc2b4', '#a8978a'],
    horizon: 580,
    defs: `${roundGradient('ochre', [
      [0, '#e9bd69'],
      [0.45, '#d09a3f'],
      [0.8, '#a8742a'],
      [1, '#7c531c'],
    ])}
      <clipPath id="cushion"><path d="${shape}"/></clipPath>`,
    body: `${groundShadow(420, 662, 500)}
      <path d="${shape}" fill="#7c531c" stroke="#8d6122" stroke-width="12" stroke-linejoin="round"/>
      <g clip-path="url(#cushion)">
        <rect width="800" height="800" fill="url(#ochre)"/>
        ${loops()}
        <g fill="none" stroke="#5c3b0f" stroke-linecap="round" opacity="0.32" filter="url(#close)">
          <path d="M190 216 C230 262 262 290 306 312" stroke-width="14"/><path d="M624 212 C588 262 556 290 516 316" stroke-width="14"/>
          <path d="M184 644 C222 600 254 570 296 548" stroke-width="14"/><path d="M626 642 C588 598 560 570 520 552" stroke-width="16"/>
        </g>
        <ellipse cx="330" cy="350" rx="130" ry="104" fill="#ffe9b8" opacity="0.28" filter="url(#soft)"/>
        <path d="M150 690 C300 600 520 590 670 690 Z" fill="#4a2f0c" opacity="0.35" filter="url(#soft)"/>
      </g>
      <path d="${shape}" fill="none" stroke="#efcd86" stroke-width="4" stroke-linejoin="round" stroke-dasharray="7 6" opacity="0.8"/>`,
  })
}
