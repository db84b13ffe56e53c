import type { MailLocale, MailPrice } from '@afterword/services/mail/mailer'
import { formatMoney } from '@afterword/validation/primitives/money'
import { Text } from '@react-email/components'
import { styles } from './styles.ts'
import { mailTexts } from './texts.ts'

const sellingPrice = ({ priceMinor, currency, isPriceFrom }: MailPrice, locale: MailLocale): string => {
  const amount = formatMoney({ amountMinor: priceMinor, currency }, locale)
  return isPriceFrom === true ? mailTexts[locale].fromPrice(amount) : amount
}

const formatted = (price: MailPrice, locale: MailLocale) => ({
  price: sellingPrice(price, locale),
  compareAt:
    price.compareAtMinor === null
      ? null
      : formatMoney({ amountMinor: price.compareAtMinor, currency: price.currency }, locale),
})

/** The price in one line of plain text: `$89.00 (regular price $120.00)`. */
export const formatPriceLine = (price: MailPrice, locale: MailLocale): string => {
  const { price: selling, compareAt } = formatted(price, locale)
  return compareAt === null ? selling : `${selling} (${mailTexts[locale].insteadOf} ${compareAt})`
}

export const PriceLine = ({ price, locale }: { price: MailPrice; locale: MailLocale }) => {
  const { price: selling, compareAt } = formatted(price, locale)
  return (
    <Text style={styles.detail} className="quiet">
      {selling}
      {compareAt === null ? null : (
        <>
          {' '}
          <s>{compareAt}</s>
        </>
      )}
    </Text>
  )
}
