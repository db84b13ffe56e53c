import { say } from '@afterword/language/text'
import { Check, ChevronRight } from 'lucide-react'
import { ProductPicture } from '#ui/product-picture.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { ReviewItem } from '#customer/model/choose-item.ts'

interface ItemListProps {
  items: readonly ReviewItem[]
  hrefOf: (item: ReviewItem) => string
  onChoose: (href: string) => void
  words: CustomerTexts
}

const ItemState = ({ item, words }: { item: ReviewItem; words: CustomerTexts }) => {
  if (item.review !== null) {
    return (
      <span className="flex items-center gap-2 text-md text-ink-soft">
        <Check aria-hidden className="size-4 text-accent-text" />
        {words.reviewed}
        <StarRating
          value={item.review.rating}
          label={say(words.starsOf, { rating: item.review.rating })}
          className="text-star"
        />
      </span>
    )
  }
  return <span className="text-md text-ink-soft">{item.isReviewable ? '' : words.notReviewable}</span>
}

/** The order's other items: a quiet list, each saved by itself. Nothing where there are none. */
export const ItemList = ({ items, hrefOf, onChoose, words }: ItemListProps) => {
  if (items.length === 0) return null
  return (
    <nav aria-labelledby="other-items" className="mt-10 border-t border-line pt-6">
      <h2 id="other-items" className="mb-2 text-md font-semibold text-ink-soft">
        {words.otherItems}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.lineItemId}>
            <a
              href={hrefOf(item)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                onChoose(hrefOf(item))
              }}
              className="-mx-2 flex min-h-14 items-center gap-3 rounded-lg px-2 py-2 transition-colors hover:bg-sunken"
            >
              <ProductPicture src={item.product.imageUrl} className="size-12" />
              <span className="grid min-w-0 flex-1">
                <span dir="auto" className="line-clamp-2">
                  {item.product.title}
                </span>
                <ItemState item={item} words={words} />
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
