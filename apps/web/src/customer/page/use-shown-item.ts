'use client'

import type { ReviewPageView } from '@afterword/validation/review/customer-page'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { browserStore } from '#browser/browser-store.ts'
import { chooseItem, type ReviewItem } from '#customer/model/choose-item.ts'
import { readPageQuery, reviewPageHref } from '#customer/model/page-query.ts'
import { offerLeftWords } from './keep-as-change.ts'

/** Which of the items stands in front, as the address has it. Another one is shown from its top, with the focus in it. */
export const useShownItem = (
  code: string,
  items: readonly ReviewItem[],
  { focusLineItemId }: Pick<ReviewPageView, 'focusLineItemId'>,
) => {
  const query = readPageQuery(Object.fromEntries(useSearchParams()))
  const item = chooseItem(items, { fromAddress: query.item, fromLink: focusLineItemId })
  const shownId = `${item?.lineItemId} ${query.edit} ${query.sent}`
  const lastShown = useRef(shownId)

  const shownItem = item?.lineItemId
  useEffect(() => {
    if (item === null || !item.isReviewable || query.edit || !offerLeftWords(browserStore(), item)) return
    const isOther = { item: item.lineItemId, isEdit: true, error: 'review.already_written' }
    // After the router's own effects: until then it does not hear of a new address.
    queueMicrotask(() => globalThis.history.replaceState(null, '', reviewPageHref(code, isOther)))
    // oxlint-disable-next-line react/exhaustive-deps -- when an item is shown, not when its review is sent
  }, [shownItem])

  useEffect(() => {
    if (lastShown.current === shownId) return
    lastShown.current = shownId
    globalThis.scrollTo({ top: 0 })
    const target =
      document.querySelector<HTMLElement>('#news') ??
      document.querySelector<HTMLElement>('[name="rating"]:checked, [name="rating"]')
    target?.focus({ preventScroll: true })
  }, [shownId])

  return { query, item }
}
