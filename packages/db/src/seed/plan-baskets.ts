import { type DemoHandle, demoProducts } from './products.ts'
import type { Random } from './random.ts'

/** One line of an order before it has an id. */
export interface BasketLine {
  readonly handle: DemoHandle
  readonly isReviewed: boolean
  /** Set where `docs/samples/old-log.jsonl` tells when the review was stored. */
  readonly told?: ToldTime
}

/** A moment of one of the days before the demo's, in UTC. */
export interface ToldTime {
  readonly daysAgo: number
  /** `08:02:11.202` */
  readonly time: string
}

const line = (handle: DemoHandle, isReviewed: boolean): BasketLine => ({ handle, isReviewed })

const told = (handle: DemoHandle, daysAgo: number, time: string): BasketLine => ({
  handle,
  isReviewed: true,
  told: { daysAgo, time },
})

/** The newest orders, by hand: most of their customers have yet to write. The last one is the newest. */
const openBaskets: readonly (readonly BasketLine[])[] = [
  [told('beech-spoon', 2, '19:30:00.000'), line('walnut-board', false)],
  [told('teapot', 1, '11:02:10.580')],
  [told('merino-throw', 2, '08:11:05.199'), told('lambswool-cushion', 2, '08:11:48.199'), line('bud-vase', false)],
  [line('serving-bowl', false), line('beech-spoon', false)],
  [
    told('merino-throw', 3, '08:02:11.202'),
    told('stoneware-mug', 3, '08:03:02.205'),
    told('waffle-towels', 3, '08:04:27.208'),
  ],
  [line('lambswool-cushion', false), line('bud-vase', false)],
  [line('ash-stool', false), line('oak-tray', false)],
  [line('merino-throw', false), line('stoneware-mug', false), line('waffle-towels', false)],
]

/** Older orders by number of lines: 52 orders, 138 lines. */
const olderOrdersBySize = { 1: 12, 2: 10, 3: 14, 4: 16 } as const

/** Older lines that nobody wrote about, one of each. */
const forgotten: readonly DemoHandle[] = [
  'merino-throw',
  'stoneware-mug',
  'waffle-towels',
  'lambswool-cushion',
  'oak-tray',
  'walnut-board',
]

/** The part of a product's reviews that come through older orders. */
const verifiedShare = 0.44

const olderLineCount = (handle: DemoHandle, reviewCount: number): number =>
  Math.round(reviewCount * verifiedShare) + (forgotten.includes(handle) ? 1 : 0)

/** Deals each product's lines to the emptiest orders, so that no order holds a product twice. */
const planOlderBaskets = (random: Random): BasketLine[][] => {
  const sizes = Object.entries(olderOrdersBySize).flatMap(([size, orders]) =>
    Array.from({ length: orders }, () => Number(size)),
  )
  const baskets = random.shuffle(sizes).map((room) => ({ room, lines: new Array<BasketLine>() }))
  for (const { handle, reviewCount } of demoProducts) {
    const takers = random
      .shuffle(baskets)
      .toSorted((left, right) => right.room - left.room)
      .slice(0, olderLineCount(handle, reviewCount))
      .filter(({ room }) => room > 0)
    for (const [index, taker] of takers.entries()) {
      taker.room -= 1
      taker.lines.push(line(handle, !(index === 0 && forgotten.includes(handle))))
    }
  }
  return baskets.map(({ lines }) => random.shuffle(lines))
}

/** What was in each of the 60 orders, oldest first. */
export const planBaskets = (random: Random): (readonly BasketLine[])[] => [...planOlderBaskets(random), ...openBaskets]
