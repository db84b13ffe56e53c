import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { MailPrice } from '@afterword/services/mail/mailer'
import { formatMoney } from '@afterword/validation/primitives/money'
import { Text } from '@react-email/components'
import { styles } from './styles.ts'

const sellingPrice = ({ priceMinor, currency, isPriceFrom }: MailPrice, locale: Language): string => {
  const amount = formatMoney({ amountMinor: priceMinor, currency }, locale)
  return isPriceFrom === true ? say(mailTexts[locale].fromPrice, { price: amount }) : amount
}

const formatted = (price: MailPrice, locale: Language) => ({
  price: sellingPrice(price, locale),
  compareAt:
    price.compareAtMinor === null
      ? null
      : formatMoney({ amountMinor: price.compareAtMinor, currency: price.currency }, locale),
})

/** The price in one line of plain text: `$89.00 (regular price $120.00)`. */
export const formatPriceLine = (price: MailPrice, locale: Language): string => {
  const { price: selling, compareAt } = formatted(price, locale)
  return compareAt === null ? selling : `${selling} (${mailTexts[locale].insteadOf} ${compareAt})`
}

export const PriceLine = ({ price, locale }: { price: MailPrice; locale: Language }) => {
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
