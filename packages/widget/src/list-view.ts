import { storefrontSorts } from '@afterword/validation/storefront/rules'
import type { StorefrontSort } from '@afterword/validation/storefront/schema'
import { element } from './dom.ts'
import type { FeedState, ReviewFeed } from './review-feed.ts'
import { reviewView } from './review-view.ts'
import type { View } from './view.ts'
import type { Votes } from './votes.ts'

export interface ListParts {
  readonly view: View
  readonly feed: Pick<ReviewFeed, 'choose' | 'load'>
  readonly state: FeedState
  readonly more: () => void
  readonly votes: Votes
}

const sortView = ({ view: { words }, feed, state }: ListParts): HTMLElement => {
  const options = storefrontSorts.map((sort) =>
    element('option', { value: sort, selected: sort === state.sort ? '' : null }, [words[sort]]),
  )
  const select = element('select', { 'data-key': 'sort' }, options)
  select.addEventListener('change', () => void feed.choose({ sort: select.value as StorefrontSort }))
  return element('label', {}, [words.sort, select])
}

/** Order and filter of the list, and whether it is on its way. */
export const toolsView = (parts: ListParts): HTMLElement => {
  const { view, feed, state } = parts
  const { words } = view
  const all = { type: 'button', 'data-key': 'all', onclick: () => void feed.choose({ rating: null }) }
  return element('div', { class: 'tools' }, [
    sortView(parts),
    state.phase === 'list' ? element('span', { class: 'quiet' }, [words.loading]) : null,
    state.rating === null ? null : element('button', all, [words.showAll]),
  ])
}

const moreView = ({ view: { words }, more, state: { phase } }: ListParts): HTMLElement => {
  const isWaiting = phase === 'more' || phase === 'list'
  const attributes = {
    type: 'button',
    class: 'more',
    'data-key': 'more',
    'aria-disabled': isWaiting ? 'true' : null,
    onclick: more,
  }
  if (phase === 'more') return element('button', attributes, [words.loading])
  return element('button', attributes, [phase === 'moreFailed' ? `${words.failed} ${words.retry}` : words.more])
}

/** The reviews that have come, and the way to more. */
export const listView = (parts: ListParts): HTMLElement => {
  const { view, state, votes } = parts
  const { words } = view
  const isEmpty = state.reviews.length === 0
  const none = element('p', { class: 'state' }, [state.rating === null ? words.empty : words.emptyFilter])
  const items = state.reviews.map((review) => reviewView(review, view, votes))
  return element('div', { class: 'list', 'aria-busy': String(state.phase === 'list' || state.phase === 'more') }, [
    isEmpty ? none : element('ul', {}, items),
    isEmpty || state.cursor === null ? null : moreView(parts),
  ])
}
