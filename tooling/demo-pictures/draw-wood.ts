import { acrossGradient, createNoise, downGradient, groundShadow, renderScene } from './scene.ts'

interface Grain {
  readonly seed: number
  readonly colour: string
  readonly box: readonly [x: number, y: number, width: number, height: number]
}

/** Growth rings running across, as thin waves. */
const grainAcross = ({ seed, colour, box: [x, y, width, height] }: Grain): string => {
  const noise = createNoise(seed)
  const count = Math.round(height / 13)
  return Array.from({ length: count }, (_, index) => {
    const top = y + (height / count) * (index + 0.5 * noise())
    const bend = 16 * (noise() - 0.5)
    const fade = (0.12 + 0.28 * noise()).toFixed(2)
    return `<path d="M${x} ${top.toFixed(1)} c${width * 0.3} ${bend.toFixed(1)} ${width * 0.6} ${(-bend).toFixed(1)} ${width} ${(bend / 2).toFixed(1)}" stroke="${colour}" stroke-width="${(1 + 2.6 * noise()).toFixed(1)}" fill="none" opacity="${fade}"/>`
  }).join('')
}

export const drawBoard = (): string =>
  renderScene({
    wall: ['#efe6da', '#cfbba4'],
    floor: ['#e8dccb', '#c2ab90'],
    horizon: 610,
    defs: `${acrossGradient('walnut', [
      [0, '#8b5a3a'],
      [0.3, '#7a4b2e'],
      [0.7, '#68402a'],
      [1, '#52301d'],
    ])}
      <clipPath id="board"><path d="M262 214 L344 214 C352 214 356 206 356 196 L356 118 C356 92 376 78 400 78 C424 78 444 92 444 118 L444 196 C444 206 448 214 456 214 L538 214 C562 214 580 232 580 256 L580 622 C580 644 562 660 540 660 L260 660 C238 660 220 644 220 622 L220 256 C220 232 238 214 262 214 Z"/></clipPath>`,
    body: `${groundShadow(420, 664, 430)}
      <g transform="translate(26 10)" opacity="0.26" filter="url(#soft)"><rect x="220" y="214" width="380" height="446" rx="40" fill="#2c1a10"/><rect x="356" y="78" width="100" height="180" rx="40" fill="#2c1a10"/></g>
      <g transform="translate(14 3)"><g clip-path="url(#board)"><rect width="800" height="800" fill="#3d2415"/></g></g>
      <g clip-path="url(#board)">
        <rect width="800" height="800" fill="url(#walnut)"/>
        <g transform="rotate(90 400 400)">${grainAcross({ seed: 3, colour: '#3c2212', box: [60, 210, 700, 390] })}${grainAcross({ seed: 11, colour: '#b98458', box: [60, 210, 700, 390] })}</g>
        <path d="M224 640 L224 256 C224 236 242 218 262 218 L350 218" stroke="#d9a878" stroke-width="5" fill="none" opacity="0.6"/>
        <path d="M360 200 L360 118 C360 96 378 83 400 83" stroke="#d9a878" stroke-width="5" fill="none" opacity="0.6"/>
      </g>
      <rect x="254" y="250" width="292" height="376" rx="22" fill="none" stroke="#3a2113" stroke-width="12" opacity="0.75"/>
      <rect x="257" y="254" width="290" height="374" rx="22" fill="none" stroke="#b07b50" stroke-width="3" opacity="0.8"/>
      <circle cx="400" cy="126" r="19" fill="#dccbb6"/><path d="M382 120 A19 19 0 0 1 418 120 A21 21 0 0 0 382 120" fill="#2c180d"/>`,
  })

const oak = { light: '#ecc996', mid: '#d9ac70', dark: '#b98748', deep: '#8c6231' }

export const drawTray = (): string =>
  renderScene({
    wall: ['#dfe4e0', '#b6c1bc'],
    floor: ['#e9ddcc', '#c9b497'],
    horizon: 330,
    defs: `${downGradient('floor-oak', [
      [0, '#d3a466'],
      [1, '#ecc996'],
    ])}
      ${downGradient('front', [
        [0, '#dcae70'],
        [1, '#a87840'],
      ])}
      <clipPath id="base"><path d="M226 388 L574 388 L652 560 L148 560 Z"/></clipPath>`,
    body: `<path d="M90 600 L720 600 L760 690 L130 690 Z" fill="#3b2416" opacity="0.32" filter="url(#soft)"/>
      <path d="M112 622 L690 622 L694 648 L122 648 Z" fill="#2c1a10" opacity="0.45" filter="url(#close)"/>
      <path d="M196 348 L604 348 L590 396 L210 396 Z" fill="${oak.dark}"/>
      <path d="M226 388 L574 388 L652 560 L148 560 Z" fill="url(#floor-oak)"/>
      <g clip-path="url(#base)">${grainAcross({ seed: 9, colour: '#96682f', box: [140, 388, 520, 175] })}
        <path d="M190 380 L300 380 L200 570 L120 570 Z" fill="#5d3d18" opacity="0.28" filter="url(#soft)"/>
        <path d="M190 380 L610 380 L610 404 L190 404 Z" fill="#5d3d18" opacity="0.35" filter="url(#close)"/></g>
      <path d="M196 348 C188 308 160 308 148 346 L108 574 L148 560 L226 388 Z" fill="${oak.mid}"/>
      <path d="M604 348 C612 308 640 308 652 346 L692 574 L652 560 L574 388 Z" fill="${oak.light}"/>
      <path d="M186 382 C192 362 180 354 172 372 L130 500 C124 519 137 525 145 506 Z" fill="${oak.deep}"/>
      <path d="M614 382 C608 362 620 354 628 372 L670 500 C676 519 663 525 655 506 Z" fill="#b48a55"/>
      <path d="M108 574 L692 574 L684 640 L116 640 Z" fill="url(#front)"/>
      <path d="M148 556 L652 556 L694 574 L106 574 Z" fill="${oak.light}"/>
      ${grainAcross({ seed: 4, colour: '#7c5224', box: [116, 584, 566, 52] })}
      <path d="M108 576 L692 576" stroke="#f7e0b9" stroke-width="4" opacity="0.9"/>
      <path d="M196 348 L604 348" stroke="#e7c48e" stroke-width="9" stroke-linecap="round"/>
      <path d="M196 346 C188 309 160 309 149 346 L110 570" stroke="#f7e0b9" stroke-width="5" fill="none" stroke-linecap="round"/>
      <path d="M604 346 C612 309 640 309 651 346 L690 570" stroke="#f7e3c2" stroke-width="5" fill="none" stroke-linecap="round"/>`,
  })

export const drawSpoon = (): string => {
  const spoon =
    'M374 92 C378 76 422 76 426 92 L434 420 C436 452 500 470 506 566 C510 640 470 706 424 716 L330 716 C306 716 294 700 294 676 L294 572 C296 470 364 452 366 420 Z'
  return renderScene({
    wall: ['#d7c9bb', '#b9a491'],
    floor: ['#cfd6c6', '#a9b39d'],
    horizon: 0,
    defs: `${acrossGradient('beech', [
      [0, '#f3d9b1'],
      [0.4, '#e6c190'],
      [1, '#bd8f59'],
    ])}
      <clipPath id="spoon"><path d="${spoon}"/></clipPath>
      <pattern id="linen" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 2 H8 M0 6 H8" stroke="#ffffff" stroke-width="1" opacity="0.16"/><path d="M2 0 V8 M6 0 V8" stroke="#4d5a44" stroke-width="1" opacity="0.09"/></pattern>`,
    body: `<rect width="800" height="800" fill="url(#linen)"/>
      <path d="M0 612 L800 420 L800 470 L0 662 Z" fill="#f3efe4" opacity="0.5"/><path d="M0 686 L800 494 L800 506 L0 698 Z" fill="#f3efe4" opacity="0.5"/>
      <g transform="rotate(28 400 400)">
        <g transform="translate(24 12)" opacity="0.34" filter="url(#close)"><path d="${spoon}" fill="#2c2a1c"/></g>
        <g clip-path="url(#spoon)">
          <rect x="280" y="60" width="240" height="680" fill="url(#beech)"/>
          <g transform="rotate(90 400 400)">${grainAcross({ seed: 15, colour: '#a9773f', box: [60, 290, 680, 220] })}</g>
        </g>
        <path d="M400 486 C450 486 474 530 474 576 C474 634 448 676 414 684 L344 684 C332 684 326 678 326 664 L326 576 C328 522 352 486 400 486 Z" fill="#c79a62" opacity="0.55"/>
        <path d="M400 500 C446 502 468 540 466 582 C464 634 440 672 412 680" fill="none" stroke="#f8e4c2" stroke-width="7" opacity="0.75" filter="url(#fine)"/>
        <path d="M332 660 L332 578 C334 530 356 496 398 492" fill="none" stroke="#8d6230" stroke-width="7" opacity="0.5" filter="url(#fine)"/>
        <path d="M379 98 L371 424 C366 456 306 486 300 570 L300 676" fill="none" stroke="#fff0d6" stroke-width="5" opacity="0.8"/>
        <circle cx="400" cy="122" r="10" fill="#8f9a83"/><path d="M391 118 A10 10 0 0 1 409 118" stroke="#6d4a22" stroke-width="3" fill="none"/>
      </g>`,
  })
}

const leg = (top: number, foot: number, colour: string): string =>
  `<path d="M${top - 17} 300 L${top + 17} 300 L${foot + 12} 672 C${foot + 6} 680 ${foot - 8} 680 ${foot - 13} 672 Z" fill="${colour}"/>`

export const drawStool = (): string =>
  renderScene({
    wall: ['#e4ddd0', '#c3b6a2'],
    floor: ['#b7896a', '#8f6447'],
    horizon: 556,
    defs: `${acrossGradient('leg', [
      [0, '#f0dcb8'],
      [0.5, '#dcbf90'],
      [1, '#ab8554'],
    ])}
      ${downGradient('seat', [
        [0, '#f2dfbd'],
        [1, '#e0c497'],
      ])}
      ${acrossGradient('edge', [
        [0, '#dcbf90'],
        [0.3, '#ecd4a8'],
        [1, '#9a7546'],
      ])}
      <clipPath id="top"><ellipse cx="400" cy="262" rx="192" ry="58"/></clipPath>`,
    body: `${groundShadow(420, 664, 430)}
      ${leg(412, 440, '#a98455')}
      <path d="M290 474 L440 500" stroke="#94703f" stroke-width="15" stroke-linecap="round"/><path d="M436 500 L540 474" stroke="#a17c4b" stroke-width="15" stroke-linecap="round"/>
      ${leg(290, 236, 'url(#leg)')} ${leg(512, 566, 'url(#leg)')}
      <path d="M262 520 L540 520" stroke="#c9a673" stroke-width="17" stroke-linecap="round"/><path d="M262 515 L538 515" stroke="#ecd4a8" stroke-width="4" stroke-linecap="round"/>
      <path d="M250 300 C330 340 480 340 556 300 L550 350 C480 352 330 352 254 350 Z" fill="#4a2f16" opacity="0.35" filter="url(#close)"/>
      <path d="M208 262 L208 288 C214 322 300 346 400 346 C500 346 586 322 592 288 L592 262 Z" fill="url(#edge)"/>
      <ellipse cx="400" cy="262" rx="192" ry="58" fill="url(#seat)"/>
      <g clip-path="url(#top)">${grainAcross({ seed: 6, colour: '#a37c48', box: [200, 204, 400, 118] })}
        <ellipse cx="420" cy="276" rx="130" ry="30" fill="#b48f5c" opacity="0.3" filter="url(#close)"/></g>
      <path d="M210 268 C220 310 310 320 400 320 C490 320 580 310 590 268" fill="none" stroke="#fbeed4" stroke-width="4" opacity="0.9"/>
      <g fill="#9a7546"><ellipse cx="286" cy="256" rx="15" ry="6"/><ellipse cx="514" cy="256" rx="15" ry="6"/><ellipse cx="404" cy="226" rx="13" ry="5"/></g>`,
  })
