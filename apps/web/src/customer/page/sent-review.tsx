import { say } from '@afterword/language/text'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import { formatDay } from '#time/format-day.ts'
import type { SentOutcome } from '#customer/model/page-query.ts'
import type { OwnReview } from '#customer/delivery/use-delivery.ts'

interface SentReviewProps {
  review: OwnReview
  /** How it was sent just now; null when somebody comes back later. */
  outcome: SentOutcome | null
  shopName: string
  /** Who is thanked. */
  greetingName: string | null
  editHref: string
  onEdit: (href: string) => void
  words: CustomerTexts
}

type StatusProps = Pick<SentReviewProps, 'review' | 'shopName' | 'words'>

const tellRejection = ({ review, shopName, words }: StatusProps): string =>
  review.rejectReason === null
    ? say(words.statusRejected, { shop: shopName })
    : say(words.statusRejectedFor, { shop: shopName, reason: words.rejectReasons[review.rejectReason] })

const Status = ({ review, shopName, words }: StatusProps) => {
  if (review.status === 'published') return <p className="text-ink-soft">{words.statusPublished}</p>
  if (review.status === 'pending')
    return <p className="text-ink-soft">{say(words.statusPending, { shop: shopName })}</p>
  return (
    <Notice tone="waiting">
      <p className="font-semibold">{tellRejection({ review, shopName, words })}</p>
      <p>{say(words.rejectedNext, { shop: shopName })}</p>
    </Notice>
  )
}

const thank = (name: string | null, { thanks, thanksNamed }: CustomerTexts): string =>
  name === null ? thanks : say(thanksNamed, { name })

const News = ({ outcome, review, shopName, greetingName, words }: Omit<SentReviewProps, 'editHref' | 'onEdit'>) => {
  if (outcome === null) return <Status review={review} shopName={shopName} words={words} />
  if (outcome === 'already_reviewed') return <Notice>{words.alreadyThere}</Notice>
  return (
    <Notice tone="good">
      <p className="font-semibold">{outcome === 'edited' ? words.changed : thank(greetingName, words)}</p>
      <p>{review.status === 'published' ? words.statusPublished : say(words.whatHappensNext, { shop: shopName })}</p>
    </Notice>
  )
}

/** What was written, what happens with it, and the way to change it. */
export const SentReview = (props: SentReviewProps) => {
  const { review, shopName, words, editHref } = props
  const days = [
    say(words.writtenOn, { day: formatDay(review.createdAt, words.language) }),
    review.editedAt === null ? null : say(words.editedOn, { day: formatDay(review.editedAt, words.language) }),
  ].filter((day): day is string => day !== null)
  return (
    <section aria-label={words.yourReview} className="mt-6 grid gap-5">
      <div id="news" tabIndex={-1} role="status" className="rounded-lg">
        <News {...props} />
      </div>
      <div className="grid gap-2">
        <StarRating
          value={review.rating}
          label={say(words.starsOf, { rating: review.rating })}
          starClassName="size-6"
        />
        {review.title !== null && (
          <h2 dir="auto" className="font-semibold">
            {review.title}
          </h2>
        )}
        <p dir="auto" className="whitespace-pre-line">
          {review.body}
        </p>
        <p className="text-md text-ink-soft">
          <bdi>{review.authorName}</bdi>
          {['', ...days].join(' · ')}
        </p>
      </div>
      {review.reply !== null && (
        <div className="rounded-lg bg-sunken p-4">
          <h3 className="text-md font-semibold">{say(words.shopReply, { shop: shopName })}</h3>
          <p dir="auto" className="whitespace-pre-line">
            {review.reply}
          </p>
        </div>
      )}
      <div>
        <ButtonLink
          href={editHref}
          onClick={(event) => {
            event.preventDefault()
            props.onEdit(editHref)
          }}
        >
          {words.edit}
        </ButtonLink>
      </div>
    </section>
  )
}
