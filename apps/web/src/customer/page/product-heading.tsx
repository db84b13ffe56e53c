import { say } from '@afterword/language/text'
import { Fragment } from 'react'
import { PriceLine } from '#ui/price-line.tsx'
import { ProductPicture } from '#ui/product-picture.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { ReviewItem } from '#customer/model/choose-item.ts'

interface ProductHeadingProps {
  item: ReviewItem
  orderName: string | null
  /** `1 of 3`; absent when the order has one item. */
  position: string | null
  words: CustomerTexts
}

/** What is being reviewed. */
export const ProductHeading = ({ item, orderName, position, words }: ProductHeadingProps) => {
  const { product, quantity } = item
  const facts = [
    product.variantTitle,
    quantity > 1 ? say(words.quantity, { count: quantity }) : null,
    orderName === null ? null : say(words.orderName, { name: orderName }),
    position,
  ].filter((fact): fact is string => fact !== null && fact !== '')
  return (
    <div className="flex gap-4">
      <ProductPicture src={product.imageUrl} className="size-24 sm:size-28" />
      <div className="min-w-0 self-center">
        <h1 dir="auto" className="line-clamp-3 text-xl font-semibold" title={product.title}>
          {product.title}
        </h1>
        <p className="text-md text-ink-soft">
          {facts.map((fact, index) => (
            <Fragment key={fact}>
              {index > 0 && ' · '}
              {fact === position ? <span className="whitespace-nowrap">{fact}</span> : fact}
            </Fragment>
          ))}
        </p>
        <div className="text-md">
          <PriceLine
            price={product.price}
            compareAt={product.compareAt}
            isFrom={product.isPriceFrom}
            locale={words.language}
            words={words}
          />
        </div>
      </div>
    </div>
  )
}
