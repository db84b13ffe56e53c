import type { MailLocale, MailPrice } from '@afterword/services/mail/mailer'
import { formatMoney } from '@afterword/validation/money'
import { Text } from '@react-email/components'
import { styles } from './styles.ts'
import { mailTexts } from './texts.ts'

const formatted = ({ priceMinor, compareAtMinor, currency }: MailPrice, locale: MailLocale) => ({
  price: formatMoney({ amountMinor: priceMinor, currency }, locale),
  compareAt: compareAtMinor === null ? null : formatMoney({ amountMinor: compareAtMinor, currency }, locale),
})

/** The price in one line of plain text: `$89.00 (instead of $120.00)`. */
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
