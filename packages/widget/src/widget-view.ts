import { element } from './dom.ts'
import { type ListParts, listView, toolsView } from './list-view.ts'
import { skeletonView, summaryView } from './views.ts'

const failureView = ({ view: { words }, feed }: ListParts): HTMLElement => {
  const retry = element('button', { type: 'button', 'data-key': 'retry', onclick: () => void feed.load() }, [
    words.retry,
  ])
  return element('div', { class: 'state', role: 'alert', lang: words.language }, [
    element('p', {}, [words.failed]),
    retry,
  ])
}

/** All that `<afterword-reviews>` shows, for whatever state its feed is in. */
export const widgetView = (parts: ListParts): HTMLElement => {
  const { view, feed, state } = parts
  const { words } = view
  const { summary, phase, rating } = state
  if (phase === 'failed') return failureView(parts)
  if (phase === 'first' || summary === null) return skeletonView(view)
  const pick = (stars: number): void => void feed.choose({ rating: stars === rating ? null : stars })
  return element('section', { 'aria-label': words.reviews, lang: words.language }, [
    element('h2', {}, [words.reviews]),
    summaryView(summary, view, { rating, pick }),
    summary.rating.count > 0 ? toolsView(parts) : null,
    listView(parts),
  ])
}
