import { say } from '@afterword/language/text'
import { averageDecimals, ratingsFromBest } from '@afterword/validation/review/rating'
import { percentOff } from '@afterword/validation/price/percent-off'
import { moneyText } from '@afterword/validation/primitives/money-text'
import type { PublicSummary } from '@afterword/validation/storefront/schema'
import { element } from './dom.ts'
import { formatNumber } from './format.ts'
import { barShape, starsShape } from './shapes.ts'
import { countText, type View } from './view.ts'

/** Five stars filled exactly as far as the value says. */
export const starsView = (value: number, { words, locale }: View): HTMLElement =>
  element(
    'span',
    {
      class: 'stars',
      role: 'img',
      lang: words.language,
      'aria-label': say(words.outOf, {
        value: formatNumber(value, locale, Number.isInteger(value) ? 0 : averageDecimals),
      }),
    },
    [starsShape(value)],
  )

const priceView = ({ product, widget }: PublicSummary, { words, locale }: View): HTMLElement | null => {
  const { price, compareAt } = product
  const text = price === null ? null : moneyText(price, locale)
  if (!widget.showsPrice || price === null || text === null) return null
  const before = compareAt === null ? null : moneyText(compareAt, locale)
  const percent = compareAt === null ? null : percentOff(price.amountMinor, compareAt.amountMinor)
  const hidden = (name: string) => element('span', { class: 'hidden' }, [`${name} `])
  return element('p', { class: 'price' }, [
    hidden(words.price),
    element('b', {}, [product.isPriceFrom ? say(words.from, { price: text }) : text]),
    before === null ? null : element('s', {}, [hidden(words.before), before]),
    percent === null ? null : element('span', {}, [say(words.off, { percent })]),
  ])
}

interface Bar extends View {
  readonly stars: number
  readonly count: number
  /** Part of all ratings, in percent. */
  readonly share: number
  readonly isOn: boolean
  readonly pick: () => void
}

const barView = ({ stars, count, share, ...options }: Bar): HTMLElement => {
  const text = formatNumber(count, options.locale)
  return element(
    'button',
    {
      type: 'button',
      'data-key': `bar ${stars}`,
      'aria-pressed': String(options.isOn),
      onclick: options.pick,
    },
    [
      element('span', { class: 'hidden' }, [say(options.words.starsRow, { stars, count: text })]),
      element('span', { 'aria-hidden': 'true' }, [`${stars} ★`]),
      barShape(share),
      element('b', { 'aria-hidden': 'true' }, [text]),
    ],
  )
}

/** Average, count, price line and the histogram whose rows filter the list. */
export const summaryView = (
  summary: PublicSummary,
  view: View,
  filter: { readonly rating: number | null; readonly pick: (rating: number) => void },
): HTMLElement => {
  const { average, count, histogram } = summary.rating
  const rows = ratingsFromBest.map((stars) => {
    const inRow = histogram[stars]
    const share = count === 0 ? 0 : (inRow / count) * 100
    return barView({
      ...view,
      stars,
      count: inRow,
      share,
      isOn: filter.rating === stars,
      pick: () => filter.pick(stars),
    })
  })
  return element('div', { class: 'top' }, [
    element('div', {}, [
      count === 0 ? null : element('p', { class: 'average' }, [formatNumber(average, view.locale, averageDecimals)]),
      element('p', {}, [starsView(average, view)]),
      element('p', { class: 'quiet' }, [countText(count, view)]),
      priceView(summary, view),
    ]),
    element('div', { class: 'bars' }, rows),
  ])
}

const bone = (width: number): HTMLElement => element('div', { class: 'bone', style: `width:${width}%` })

/** Shown while the first answer is on its way: as high as what a product without reviews shows, in any width. */
export const skeletonView = ({ words }: View): HTMLElement =>
  element('div', { role: 'status', 'aria-label': words.loading, lang: words.language }, [
    element('h2', {}, [bone(50)]),
    element('div', { class: 'top' }, [
      element('div', {}, [bone(40), element('div', { class: 'quiet' }, [bone(25)])]),
      element('div', { class: 'bars' }, [100, 92, 84, 76, 68].map(bone)),
    ]),
    element('div', { class: 'state' }, [bone(60)]),
  ])
