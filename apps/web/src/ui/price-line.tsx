import { say, type Template } from '@afterword/language/text'
import { decideCompareAt } from '@afterword/validation/price/price'
import { formatMoney, type Money } from '@afterword/validation/primitives/money'

interface PriceLineProps {
  price: Money | null
  compareAt: Money | null
  /** Whether the price is the lowest of several. */
  isFrom?: boolean
  locale: string
  /** Words for screen readers; a struck-out number alone is read like any other. */
  words: { price: string; compareAt: string; fromPrice?: Template<'price'> }
}

/** The price, and the compare-at price struck out beside it when there is one to show. */
export const PriceLine = ({ price, compareAt, isFrom = false, locale, words }: PriceLineProps) => {
  if (price === null) return null
  const shownMinor = decideCompareAt({
    priceMinor: price.amountMinor,
    compareAtMinor: compareAt?.amountMinor ?? null,
    currency: price.currency,
    compareAtCurrency: compareAt?.currency ?? price.currency,
  })
  const amount = formatMoney(price, locale)
  return (
    <p className="flex flex-wrap gap-x-2 tabular-nums">
      <span>
        <span className="sr-only">{words.price} </span>
        {isFrom && words.fromPrice !== undefined ? say(words.fromPrice, { price: amount }) : amount}
      </span>
      {shownMinor !== null && (
        <s className="text-ink-soft">
          <span className="sr-only">{words.compareAt} </span>
          {formatMoney({ amountMinor: shownMinor, currency: price.currency }, locale)}
        </s>
      )}
    </p>
  )
}
