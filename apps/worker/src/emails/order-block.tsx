import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { MailOrder } from '@afterword/services/mail/mailer'
import { Link, Section, Text } from '@react-email/components'
import { ItemBlock } from './item-block.tsx'
import { chooseShownItems } from './shown-items.ts'
import { styles } from './styles.ts'

interface OrderBlockProps {
  readonly order: MailOrder
  readonly locale: Language
  readonly accent: string
  /** How many orders share the mail. */
  readonly orderCount: number
}

export const OrderBlock = ({ order, locale, accent, orderCount }: OrderBlockProps) => {
  const { shown, hiddenCount, hiddenUrl } = chooseShownItems(order.items, orderCount)
  return (
    <Section>
      {order.name === null ? null : (
        <Text style={styles.orderName} className="quiet">
          {say(mailTexts[locale].order, { name: order.name })}
        </Text>
      )}
      {shown.map((item) => (
        <ItemBlock key={item.reviewUrl} item={item} locale={locale} accent={accent} />
      ))}
      {hiddenCount === 0 ? null : (
        <Section style={styles.item} className="line">
          <Link href={hiddenUrl} style={{ ...styles.link, color: accent }} className="ink">
            {say(mailTexts[locale].moreItems, { count: hiddenCount })}
          </Link>
        </Section>
      )}
    </Section>
  )
}
