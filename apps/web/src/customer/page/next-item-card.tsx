import { ProductPicture } from '#ui/product-picture.tsx'
import { StarLinks } from '#ui/star-links.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { ReviewItem } from '#customer/model/choose-item.ts'

interface NextItemCardProps {
  item: ReviewItem
  hrefOf: (rating: number) => string
  onChoose: (href: string) => void
  words: CustomerTexts
}

/** The order's next item, ready to rate with one tap. */
export const NextItemCard = ({ item, hrefOf, onChoose, words }: NextItemCardProps) => (
  <section aria-labelledby="next-item" className="mt-8 rounded-xl bg-accent-soft p-4">
    <h2 id="next-item" className="mb-3 text-md font-semibold text-accent-text">
      {words.nextItem}
    </h2>
    <div className="flex items-center gap-4">
      <ProductPicture src={item.product.imageUrl} className="size-16" />
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-2 font-semibold">
          {item.product.title}
        </p>
        <StarLinks
          subject={item.product.title}
          words={words.ratings}
          hrefOf={hrefOf}
          onChoose={(rating) => onChoose(hrefOf(rating))}
        />
        <p className="text-sm text-ink-soft">{words.rateNow}</p>
      </div>
    </div>
  </section>
)
