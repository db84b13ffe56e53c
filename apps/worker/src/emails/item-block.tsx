import type { Language } from '@afterword/language/languages'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { MailItem } from '@afterword/services/mail/mailer'
import { Column, Img, Link, Row, Section, Text } from '@react-email/components'
import { PriceLine } from './price-line.tsx'
import { StarLinks } from './star-links.tsx'
import { styles } from './styles.ts'

interface ItemBlockProps {
  readonly item: MailItem
  readonly locale: Language
  readonly accent: string
}

/** One item: picture, what it is, its price, and the stars or the way to what was written. */
export const ItemBlock = ({ item, locale, accent }: ItemBlockProps) => (
  <Section style={styles.item} className="line">
    <Row>
      {item.imageUrl === null ? null : (
        <Column style={{ width: 88, verticalAlign: 'top' }}>
          <Img src={item.imageUrl} alt="" width={72} height={72} style={styles.picture} />
        </Column>
      )}
      <Column style={{ verticalAlign: 'top' }}>
        <Text dir="auto" style={styles.title} className="ink">
          {item.title}
        </Text>
        {item.variantTitle === null ? null : (
          <Text dir="auto" style={styles.detail} className="quiet">
            {item.variantTitle}
          </Text>
        )}
        {item.price === null ? null : <PriceLine price={item.price} locale={locale} />}
        {item.isReviewed ? (
          <Link href={item.reviewUrl} style={{ ...styles.link, color: accent }} className="ink">
            {mailTexts[locale].change}
          </Link>
        ) : null}
      </Column>
    </Row>
    {item.isReviewed ? null : <StarLinks item={item} locale={locale} accent={accent} />}
  </Section>
)
