'use client'

import { say } from '@afterword/language/text'
import type { TypedReview } from '@afterword/validation/review/check-content'
import type { ReviewPageView } from '@afterword/validation/review/customer-page'
import { type ReactNode, useState } from 'react'
import { Notice } from '#ui/notice.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import { createCustomerClient } from '#customer/client/customer-client.ts'
import { nextItem, type ReviewItem } from '#customer/model/choose-item.ts'
import { browserStore } from '#browser/browser-store.ts'
import { createDraftServer } from '#customer/draft/draft-server.ts'
import { keepAsChange } from './keep-as-change.ts'
import { ItemList } from './item-list.tsx'
import { NextItemCard } from './next-item-card.tsx'
import { reviewPageHref } from '#customer/model/page-query.ts'
import { ReviewForm } from '#customer/form/review-form.tsx'
import { SentReview } from './sent-review.tsx'
import { usePageReports } from './use-page-reports.ts'
import { useShownItem } from './use-shown-item.ts'
import type { Delivered } from '#customer/delivery/use-delivery.ts'

interface ReviewDeskProps {
  code: string
  page: ReviewPageView
  /** Rendered by the server, one for each item in the page's order: they never change. */
  headings: readonly ReactNode[]
  words: CustomerTexts
  submissionId: string
}

const initialValues = (item: ReviewItem, rating: number | null, displayName: string): TypedReview => {
  const source = item.draft ?? item.review
  return {
    rating: rating ?? source?.rating ?? null,
    title: source?.title ?? '',
    body: source?.body ?? '',
    authorName: source?.authorName ?? displayName,
  }
}

const visit = (href: string): void => globalThis.history.pushState(null, '', href)

/** The review page: one item in front, the order's others behind it. The address says which. */
export const ReviewDesk = ({ code, page, headings, words, submissionId }: ReviewDeskProps) => {
  const { shop, customer } = page
  const [items, setItems] = useState(page.items)
  const reports = usePageReports(page)
  const [client] = useState(() => createCustomerClient(reports))
  const { query, item } = useShownItem(code, items, page)
  if (item === null) return <p>{words.nothingToReview}</p>

  const hrefOf = (lineItemId: string, more: { rating?: number; isEdit?: boolean } = {}): string =>
    reviewPageHref(code, { item: lineItemId, ...more })
  const onDelivered = ({ review, outcome }: Delivered, typed: TypedReview): void => {
    setItems((before) =>
      before.map((other) => (other.lineItemId === review.lineItemId ? { ...other, review, draft: null } : other)),
    )
    const { lineItemId } = review
    const isOther = outcome === 'already_reviewed' && keepAsChange(browserStore(), lineItemId, typed)
    visit(
      reviewPageHref(code, {
        item: lineItemId,
        ...(isOther ? { isEdit: true, error: 'review.already_written' } : { sent: outcome }),
      }),
    )
  }
  const isWriting = item.isReviewable && (item.review === null || query.edit)
  const following = isWriting ? null : nextItem(items, item.lineItemId)

  return (
    <>
      {headings[items.indexOf(item)]}
      {isWriting && (
        <ReviewForm
          key={`${item.lineItemId} ${item.review === null ? 'new' : 'edit'}`}
          code={code}
          lineItemId={item.lineItemId}
          isEdit={item.review !== null}
          client={client}
          draftServer={item.review === null ? createDraftServer(client, code, item) : null}
          initial={initialValues(item, query.rating, customer.displayName)}
          submissionId={submissionId}
          postError={query.error}
          onDelivered={onDelivered}
          onSettled={(id) => reports.settle(id)}
          // The chosen star stands in the form and the draft now; a reload must not bring the old one back.
          onRate={() => {
            if (query.rating === null) return
            globalThis.history.replaceState(null, '', hrefOf(item.lineItemId, { isEdit: query.edit }))
          }}
          cancelHref={item.review === null ? null : hrefOf(item.lineItemId)}
          onCancel={visit}
          words={words}
        />
      )}
      {!isWriting && item.review !== null && (
        <SentReview
          review={item.review}
          outcome={query.sent}
          shopName={shop.name}
          greetingName={customer.greetingNames[words.language]}
          editHref={hrefOf(item.lineItemId, { isEdit: true })}
          onEdit={visit}
          words={words}
        />
      )}
      {!isWriting && item.review === null && <Notice className="mt-6">{words.notReviewable}</Notice>}
      {following !== null && (
        <NextItemCard
          item={following}
          hrefOf={(rating) => hrefOf(following.lineItemId, { rating })}
          onChoose={visit}
          words={words}
        />
      )}
      {!isWriting && following === null && query.sent !== null && items.length > 1 && (
        <p className="mt-8 font-semibold">{words.allDone}</p>
      )}
      <ItemList
        items={items.filter((other) => other !== item && other !== following)}
        hrefOf={(other) => hrefOf(other.lineItemId)}
        onChoose={visit}
        words={words}
      />
      {!isWriting && shop.websiteUrl !== null && (
        <p className="mt-8 text-md">
          <a href={shop.websiteUrl} rel="noreferrer" className="text-accent-text underline underline-offset-4">
            {say(words.backToShop, { shop: shop.name })}
          </a>
        </p>
      )}
    </>
  )
}
