'use client'

import { say } from '@afterword/language/text'
import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { BadgeCheck, Check, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ProductPicture } from '#ui/product-picture.tsx'
import { sayWith } from '#ui/say-with.ts'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'
import { TimeAgo } from '#ui/time-ago.tsx'
import { type DeskAct, deskKeys, keycapOf } from './desk-key.ts'
import { ReplyBox } from './reply-box.tsx'
import { ReplyButton } from './reply-button.tsx'
import { ReviewHistory } from './review-history.tsx'

const tones: Record<ModerationReviewView['status'], BadgeTone> = {
  pending: 'waiting',
  published: 'good',
  rejected: 'neutral',
}

interface ReviewDetailProps {
  review: ModerationReviewView
  now: number
  isBusy: boolean
  canModerate: boolean
  reply: { isOpen: boolean; field: RefObject<HTMLTextAreaElement | null>; open: () => void; close: () => void }
  onPublish: () => void
  onReject: () => void
  onReply: (body: string) => void
  onRemoveReply: () => void
}

const Key = ({ act }: { act: DeskAct }) => (
  <span aria-hidden className="font-normal opacity-75 max-lg:hidden">
    {keycapOf(act)}
  </span>
)

const Acts = ({ review, isBusy, reply, onPublish, onReject }: ReviewDetailProps) => (
  <div className="flex flex-wrap gap-2">
    {review.status !== 'published' && (
      <Button look="primary" disabled={isBusy} onClick={onPublish} aria-keyshortcuts={deskKeys.publish}>
        <Check aria-hidden /> {texts.publish} <Key act="publish" />
      </Button>
    )}
    {review.status !== 'rejected' && (
      <Button disabled={isBusy} onClick={onReject} aria-keyshortcuts={deskKeys.reject}>
        <X aria-hidden /> {texts.reject} <Key act="reject" />
      </Button>
    )}
    {review.reply === null && !reply.isOpen && (
      <ReplyButton reviewId={review.id} disabled={isBusy} onClick={reply.open} aria-keyshortcuts={deskKeys.reply}>
        <Key act="reply" />
      </ReplyButton>
    )}
  </div>
)

const PublicReply = ({ review, now, isBusy, canModerate, reply, onRemoveReply }: ReviewDetailProps) =>
  review.reply === null || reply.isOpen ? null : (
    <section className="grid gap-2 rounded-lg bg-sunken p-4">
      <h3 className="text-sm font-semibold">
        {sayWith(texts.reply.theirs, {
          time: <TimeAgo at={review.reply.createdAt} now={now} className="font-normal text-ink-soft" />,
        })}
      </h3>
      <p dir="auto" className="whitespace-pre-line">
        {review.reply.body}
      </p>
      {canModerate && (
        <div className="flex gap-2">
          <ReplyButton reviewId={review.id} size="small" onClick={reply.open} isEdit />
          <Button size="small" look="quiet" disabled={isBusy} onClick={onRemoveReply}>
            {texts.reply.remove}
          </Button>
        </div>
      )}
    </section>
  )

/** One review with everything that a decision needs, and the acts. */
export const ReviewDetail = (props: ReviewDetailProps) => {
  const { review, now, canModerate, reply } = props
  const author = <bdi>{review.authorName}</bdi>
  return (
    <article
      aria-labelledby="review-heading"
      className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5 px-4 py-5 lg:px-8 lg:py-6"
    >
      <div className="flex items-center gap-3">
        <ProductPicture src={review.product.imageUrl} className="size-14" />
        <div className="min-w-0">
          <h2 id="review-heading" className="line-clamp-2 text-lg font-semibold">
            {review.product.title}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
            <span>
              {review.orderName === null ? author : sayWith(texts.authorOfOrder, { author, order: review.orderName })}
            </span>
            {review.isVerified && (
              <span className="inline-flex items-center gap-1">
                <BadgeCheck aria-hidden className="size-4 text-accent-text" /> {texts.verified}
              </span>
            )}
            <span aria-hidden>·</span>
            <TimeAgo at={review.createdAt} now={now} />
          </p>
        </div>
      </div>
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <StarRating value={review.rating} label={starsLabel(review.rating)} starClassName="size-5" />
          <Badge tone={tones[review.status]}>
            {review.rejectReason === null
              ? texts.statuses[review.status]
              : say(texts.rejectedFor, { reason: texts.rejectReasons[review.rejectReason] })}
          </Badge>
          {review.editedAt !== null && (
            <span className="text-sm text-ink-soft">
              {sayWith(texts.changed, { time: <TimeAgo at={review.editedAt} now={now} /> })}
            </span>
          )}
        </div>
        {review.title !== null && (
          <h3 dir="auto" className="text-lg font-semibold">
            {review.title}
          </h3>
        )}
        <p dir="auto" className="text-lg whitespace-pre-line">
          {review.body}
        </p>
      </div>
      {canModerate && <Acts {...props} />}
      <PublicReply {...props} />
      {reply.isOpen && (
        <ReplyBox
          reviewId={review.id}
          field={reply.field}
          isBusy={props.isBusy}
          initial={review.reply?.body ?? ''}
          isPublished={review.status === 'published'}
          onSend={props.onReply}
          onClose={reply.close}
        />
      )}
      <section className="grid gap-2 border-t border-line pt-4">
        <h3 className="text-sm font-semibold text-ink-soft">{texts.history.title}</h3>
        <ReviewHistory reviewId={review.id} now={now} />
      </section>
    </article>
  )
}
