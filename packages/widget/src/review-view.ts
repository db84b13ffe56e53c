import type { PublicReview } from '@afterword/validation/storefront/schema'
import { element } from './dom.ts'
import { formatDate, formatNumber } from './format.ts'
import type { View } from './view.ts'
import { starsView } from './views.ts'
import type { Votes } from './votes.ts'

/** People write in any direction, whatever the page's: the text decides. */
const own = { dir: 'auto' } as const

const voteView = (review: PublicReview, { words, locale }: View, votes: Votes): HTMLElement => {
  const vote = votes.of(review.id)
  const count = typeof vote === 'number' ? vote : review.helpfulCount
  const name = typeof vote === 'number' ? words.voted : words.vote
  return element(
    'button',
    {
      type: 'button',
      class: 'vote',
      'data-key': `vote ${review.id}`,
      'aria-disabled': vote === undefined ? null : 'true',
      'aria-busy': vote === 'waiting' ? 'true' : null,
      onclick: () => votes.cast?.(review),
    },
    [count > 0 ? `${name} (${formatNumber(count, locale)})` : name],
  )
}

/** One review. */
export const reviewView = (review: PublicReview, view: View, votes: Votes): HTMLElement => {
  const { words, locale } = view
  return element('li', { tabindex: '-1' }, [
    starsView(review.rating, view),
    review.title === null ? null : element('h3', own, [review.title]),
    element('p', { ...own, class: 'body' }, [review.body]),
    element('p', { class: 'who quiet' }, [
      element('bdi', {}, [review.author]),
      review.verified ? element('span', {}, [`✓ ${words.verified}`]) : null,
      element('time', { datetime: review.createdAt }, [formatDate(review.createdAt, locale)]),
    ]),
    review.reply === null
      ? null
      : element('div', { class: 'reply' }, [
          element('strong', {}, [words.reply]),
          element('p', { ...own, class: 'body' }, [review.reply.body]),
        ]),
    voteView(review, view, votes),
  ])
}
