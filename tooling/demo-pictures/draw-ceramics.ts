import { acrossGradient, createNoise, groundShadow, renderScene, roundGradient } from './scene.ts'

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Iron specks in a glaze. */
const speckles = (seed: number, count: number, area: Area): string => {
  const noise = createNoise(seed)
  return Array.from({ length: count }, () => {
    const x = area.x + area.width * noise()
    const y = area.y + area.height * noise()
    return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(1 + 2.2 * noise()).toFixed(1)}" ry="${(1 + 1.5 * noise()).toFixed(1)}" fill="#5b4333" opacity="${(0.2 + 0.4 * noise()).toFixed(2)}"/>`
  }).join('')
}

export const drawMug = (): string => {
  const cup =
    'M258 300 C258 300 262 520 276 580 C284 612 322 624 390 624 C458 624 496 612 504 580 C518 520 522 300 522 300 Z'
  return renderScene({
    wall: ['#f3e4d2', '#dcc0a2'],
    floor: ['#c99d78', '#a97c58'],
    horizon: 540,
    defs: `${acrossGradient('glaze', [
      [0, '#e3d6c1'],
      [0.22, '#f7efe2'],
      [0.6, '#dccbb0'],
      [1, '#a68f72'],
    ])}
      ${acrossGradient('clay', [
        [0, '#b07a55'],
        [0.25, '#cd9a72'],
        [0.65, '#a66f4a'],
        [1, '#6f4529'],
      ])}
      ${acrossGradient('coffee', [
        [0, '#3a2013'],
        [0.6, '#5b3520'],
        [1, '#7a4a2c'],
      ])}
      ${acrossGradient('inside', [
        [0, '#a8957a'],
        [0.5, '#d9cab1'],
        [1, '#f1e7d6'],
      ])}
      <clipPath id="cup"><path d="${cup}"/></clipPath>`,
    body: `${groundShadow(400, 622, 290)}
      <path d="M508 356 C640 330 652 520 496 536" fill="none" stroke="#9b8467" stroke-width="42" stroke-linecap="round"/>
      <path d="M506 352 C630 330 638 508 494 526" fill="none" stroke="#e6d8c0" stroke-width="27" stroke-linecap="round"/>
      <path d="M510 347 C604 334 616 420 596 462" fill="none" stroke="#fbf5ea" stroke-width="8" stroke-linecap="round" opacity="0.8"/>
      <path d="${cup}" fill="url(#glaze)"/>
      <g clip-path="url(#cup)">
        <path d="M240 524 C300 548 350 532 400 540 C450 548 490 530 540 522 L540 640 L240 640 Z" fill="url(#clay)"/>
        ${speckles(7, 110, { x: 258, y: 300, width: 264, height: 225 })}
        <path d="M286 340 C286 420 290 480 296 512" stroke="#fffaf0" stroke-width="20" stroke-linecap="round" opacity="0.65" fill="none" filter="url(#fine)"/>
      </g>
      <ellipse cx="390" cy="300" rx="132" ry="34" fill="#efe4d1"/>
      <ellipse cx="390" cy="302" rx="122" ry="28" fill="url(#inside)"/>
      <path d="M274 310 A118 24 0 0 0 506 310 A118 20 0 0 0 274 310" fill="url(#coffee)"/>
      <g fill="none" stroke="#fffaf2" stroke-linecap="round" filter="url(#close)" opacity="0.75">
        <path d="M350 262 C322 220 378 196 350 142" stroke-width="16"/>
        <path d="M424 262 C398 224 450 190 424 122" stroke-width="16"/>
      </g>`,
  })
}

export const drawBowl = (): string => {
  const body = 'M150 388 C156 540 268 616 400 616 C532 616 644 540 650 388 Z'
  return renderScene({
    wall: ['#e3e6df', '#bcc6bf'],
    floor: ['#d8c3a6', '#b4997a'],
    horizon: 520,
    defs: `${acrossGradient('glaze', [
      [0, '#dfd9cc'],
      [0.22, '#faf6ed'],
      [0.6, '#e0d6c5'],
      [1, '#a79a86'],
    ])}
      ${roundGradient('well', [
        [0, '#58788c'],
        [0.5, '#7f9fae'],
        [0.85, '#c8d6d6'],
        [1, '#eef0e8'],
      ])}
      <clipPath id="outside"><path d="${body}"/></clipPath>
      <clipPath id="well-clip"><ellipse cx="400" cy="388" rx="238" ry="74"/></clipPath>`,
    body: `${groundShadow(404, 644, 290)}
      <path d="M306 600 L494 600 L484 642 C440 652 360 652 316 642 Z" fill="#a3734e"/>
      <path d="M306 600 L380 610 L374 648 C350 648 330 646 316 642 Z" fill="#c6966f"/>
      <path d="${body}" fill="url(#glaze)"/>
      <g clip-path="url(#outside)">
        ${speckles(21, 190, { x: 150, y: 395, width: 500, height: 220 })}
        <path d="M196 440 C210 510 250 556 300 584" stroke="#ffffff" stroke-width="26" stroke-linecap="round" fill="none" opacity="0.6" filter="url(#close)"/>
        <path d="M300 640 C480 640 600 560 650 420 L690 640 Z" fill="#6d5d49" opacity="0.22" filter="url(#soft)"/>
      </g>
      <ellipse cx="400" cy="388" rx="250" ry="82" fill="#f6f1e6"/>
      <ellipse cx="400" cy="390" rx="238" ry="74" fill="url(#well)"/>
      <g clip-path="url(#well-clip)">
        <ellipse cx="330" cy="352" rx="220" ry="62" fill="#2f4757" opacity="0.28" filter="url(#soft)"/>
        ${speckles(5, 60, { x: 170, y: 330, width: 460, height: 125 })}
        <path d="M470 450 C540 440 590 420 618 400" stroke="#ffffff" stroke-width="9" stroke-linecap="round" fill="none" opacity="0.7" filter="url(#fine)"/>
      </g>`,
  })
}

export const drawTeapot = (): string =>
  renderScene({
    wall: ['#f2e7da', '#d9c4b0'],
    floor: ['#b98b68', '#946a4b'],
    horizon: 530,
    defs: `${roundGradient('celadon', [
      [0, '#e2efe2'],
      [0.35, '#b3cfbb'],
      [0.75, '#82a892'],
      [1, '#55786a'],
    ])}
      ${acrossGradient('spout', [
        [0, '#9bbda7'],
        [0.5, '#bcd6c3'],
        [1, '#6f9682'],
      ])}
      ${acrossGradient('lid', [
        [0, '#c7dfcc'],
        [0.4, '#d9eadb'],
        [1, '#769d88'],
      ])}
      ${acrossGradient('cane', [
        [0, '#8a5a34'],
        [0.5, '#c79a66'],
        [1, '#7a4e2c'],
      ])}`,
    body: `${groundShadow(410, 640, 370)}
      <path d="M264 352 C226 128 570 128 532 352" fill="none" stroke="#6f4728" stroke-width="24" stroke-linecap="round"/>
      <path d="M264 350 C228 134 568 134 532 350" fill="none" stroke="url(#cane)" stroke-width="15" stroke-linecap="round" stroke-dasharray="13 3"/>
      <path d="M566 520 C640 500 640 400 706 352 L672 330 C620 356 600 400 548 412 Z" fill="url(#spout)"/>
      <ellipse cx="689" cy="341" rx="21" ry="9" transform="rotate(33 689 341)" fill="#4f7263"/>
      <ellipse cx="398" cy="478" rx="208" ry="166" fill="url(#celadon)"/>
      <path d="M300 632 C340 646 460 646 496 632 L488 650 C450 660 346 660 308 650 Z" fill="#a3734e"/>
      <path d="M230 420 C240 372 276 344 312 334" stroke="#ffffff" stroke-width="24" stroke-linecap="round" fill="none" opacity="0.75" filter="url(#close)"/>
      <path d="M440 640 C560 620 610 540 600 440" stroke="#2f5145" stroke-width="30" fill="none" opacity="0.20" filter="url(#soft)"/>
      <ellipse cx="398" cy="330" rx="106" ry="25" fill="#557a6b" opacity="0.55"/>
      <path d="M296 326 C306 278 490 278 500 326 C480 346 316 346 296 326 Z" fill="url(#lid)"/>
      <circle cx="398" cy="272" r="23" fill="url(#celadon)"/>
      <ellipse cx="390" cy="263" rx="8" ry="5" fill="#ffffff" opacity="0.8"/>
      <g fill="#7da28d"><circle cx="264" cy="358" r="19"/><circle cx="532" cy="358" r="19"/></g><g fill="#a9c8b4"><circle cx="260" cy="354" r="12"/><circle cx="528" cy="354" r="12"/></g>`,
  })

const leaf = (x: number, y: number, angle: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${angle})"><path d="M0 0 C14 -26 58 -32 86 -4 C58 20 18 20 0 0 Z" fill="#7f9271"/><path d="M0 0 C14 -26 58 -32 86 -4 Z" fill="#9db08c"/></g>`

export const drawVase = (): string => {
  const petals = Array.from(
    { length: 12 },
    (_, index) =>
      `<ellipse cx="0" cy="-44" rx="15" ry="37" fill="${index % 2 === 0 ? '#fbf3e4' : '#efe0c8'}" transform="rotate(${index * 30})"/>`,
  ).join('')
  return renderScene({
    wall: ['#e9ddd3', '#c9b3a5'],
    floor: ['#e2cfb8', '#bfa286'],
    horizon: 560,
    defs: `${acrossGradient('terracotta', [
      [0, '#b9603c'],
      [0.25, '#dd8a62'],
      [0.6, '#bb6340'],
      [1, '#7c3a22'],
    ])}
      <clipPath id="vase"><path d="M366 372 C372 430 288 462 282 552 C278 628 330 664 400 664 C470 664 522 628 518 552 C512 462 428 430 434 372 Z"/></clipPath>`,
    body: `${groundShadow(402, 660, 250)}
      <path d="M400 390 C402 300 412 250 396 168" stroke="#6d7f5d" stroke-width="8" fill="none" stroke-linecap="round"/>
      ${leaf(404, 318, -28)} ${leaf(402, 268, 206)} 
      <g transform="translate(395 150) scale(1.12)"><ellipse cx="8" cy="10" rx="76" ry="72" fill="#6b5140" opacity="0.16" filter="url(#close)"/>${petals}<circle r="22" fill="#d59a3f"/><circle cx="-5" cy="-6" r="13" fill="#e8b860"/></g>
      <g clip-path="url(#vase)">
        <rect x="270" y="360" width="260" height="320" fill="url(#terracotta)"/>
        <path d="M262 566 C340 590 460 590 540 566 L540 590 C460 614 340 614 262 590 Z" fill="#f0d9c2" opacity="0.55"/>
        <path d="M312 530 C320 486 352 462 372 432" stroke="#ffd9c0" stroke-width="18" stroke-linecap="round" fill="none" opacity="0.6" filter="url(#close)"/>
      </g>
      <ellipse cx="400" cy="372" rx="36" ry="10" fill="#e09a74"/><ellipse cx="400" cy="373" rx="27" ry="6.5" fill="#4a2013"/>
      <path d="M400 378 C401 360 402 340 403 318" stroke="#6d7f5d" stroke-width="8" fill="none"/>`,
  })
}
