import type { PublicReview, PublicSummary } from '@afterword/validation/storefront'
import { element } from './dom.ts'
import { formatDate, formatMoney, percentOff, starsPercent } from './format.ts'
import type { Words } from './words.ts'

export interface View {
  readonly words: Words
  readonly locale: string
}

const number = (value: number, locale: string, digits = 0): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** Five stars filled exactly as far as the value says. */
export const starsView = (value: number, { words, locale }: View): HTMLElement =>
  element('span', {
    class: 'stars',
    role: 'img',
    style: `--filled:${starsPercent(value)}%`,
    'aria-label': words.outOf(number(value, locale, Number.isInteger(value) ? 0 : 2)),
  })

const priceView = ({ product, widget }: PublicSummary, { words, locale }: View): HTMLElement | null => {
  const { price, compareAt } = product
  if (!widget.showsPrice || price === null) return null
  const before = compareAt === null ? null : percentOff(price.amountMinor, compareAt.amountMinor)
  const amount = formatMoney(price, locale)
  const hidden = (text: string) => element('span', { class: 'hidden' }, [`${text} `])
  return element('p', { class: 'price' }, [
    hidden(words.price),
    product.isPriceFrom ? words.from(amount) : amount,
    compareAt === null ? null : element('s', {}, [hidden(words.before), formatMoney(compareAt, locale)]),
    before === null ? null : element('span', {}, [words.off(before)]),
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

const barView = ({ stars, count, share, ...options }: Bar): HTMLElement =>
  element(
    'button',
    {
      type: 'button',
      'aria-pressed': String(options.isOn),
      onclick: options.pick,
    },
    [
      element('span', { class: 'hidden' }, [options.words.starsRow(stars, number(count, options.locale))]),
      element('span', { 'aria-hidden': 'true' }, [`${stars} ★`]),
      element('i', { style: `--filled:${share}%` }),
      element('b', { 'aria-hidden': 'true' }, [number(count, options.locale)]),
    ],
  )

/** Average, count, price line and the histogram whose rows filter the list. */
export const summaryView = (
  summary: PublicSummary,
  view: View,
  filter: { readonly rating: number | null; readonly pick: (rating: number) => void },
): HTMLElement => {
  const { average, count, histogram } = summary.rating
  const rows = ([5, 4, 3, 2, 1] as const).map((stars) => {
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
      count === 0 ? null : element('p', { class: 'average' }, [number(average, view.locale, 2)]),
      element('p', {}, [starsView(average, view)]),
      element('p', { class: 'quiet' }, [view.words.count(count, number(count, view.locale))]),
      priceView(summary, view),
    ]),
    element('div', { class: 'bars' }, rows),
  ])
}

/** One review. `vote` is null where votes are not taken (a preview). */
export const reviewView = (
  review: PublicReview,
  view: View,
  vote: ((button: HTMLButtonElement) => void) | null,
): HTMLElement => {
  const { words, locale } = view
  const voteText = review.helpfulCount > 0 ? `${words.vote} (${number(review.helpfulCount, locale)})` : words.vote
  const button = element('button', { type: 'button', class: 'vote' }, [voteText])
  if (vote !== null) button.addEventListener('click', () => vote(button))
  return element('li', { tabindex: '-1' }, [
    starsView(review.rating, view),
    review.title === null ? null : element('h3', {}, [review.title]),
    element('p', { class: 'body' }, [review.body]),
    element('p', { class: 'who quiet' }, [
      element('span', {}, [review.author]),
      review.verified ? element('span', {}, [`✓ ${words.verified}`]) : null,
      element('time', { datetime: review.createdAt }, [formatDate(review.createdAt, locale)]),
    ]),
    review.reply === null
      ? null
      : element('div', { class: 'reply' }, [element('strong', {}, [words.reply]), review.reply.body]),
    button,
  ])
}

/** Shown while the first answer is on its way, about as high as what replaces it. */
export const skeletonView = (words: Words): HTMLElement =>
  element(
    'div',
    { class: 'state', role: 'status', 'aria-label': words.loading },
    [40, 100, 92, 70, 40, 100, 84, 60, 100, 76].map((width) =>
      element('div', { class: 'bone', style: `width:${width}%` }),
    ),
  )
