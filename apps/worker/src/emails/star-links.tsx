import type { MailItem, MailLocale } from '@afterword/services/mail/mailer'
import { Column, Row } from '@react-email/components'
import { styles } from './styles.ts'
import { mailTexts } from './texts.ts'

/** The addresses behind the five stars, worst first. The star only preselects. */
export const starLinks = (item: MailItem, locale: MailLocale): { rating: number; word: string; url: string }[] =>
  mailTexts[locale].ratingWords.map((word, index) => {
    const url = new URL(item.reviewUrl)
    url.searchParams.set('rating', String(index + 1))
    return { rating: index + 1, word, url: url.href }
  })

interface StarLinksProps {
  readonly item: MailItem
  readonly locale: MailLocale
  readonly accent: string
}

export const StarLinks = ({ item, locale, accent }: StarLinksProps) => (
  <Row style={{ marginTop: 12 }}>
    {starLinks(item, locale).map(({ rating, word, url }) => (
      <Column key={rating} align="center" style={{ width: '20%' }}>
        <a
          href={url}
          aria-label={mailTexts[locale].starLabel(rating, word, item.title)}
          className="star"
          style={{ ...styles.star, color: accent }}
        >
          ★
          <span style={styles.word} className="quiet">
            {word}
          </span>
        </a>
      </Column>
    ))}
  </Row>
)
