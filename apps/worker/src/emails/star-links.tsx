import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import { ratingsTexts } from '@afterword/language/texts/ratings/texts'
import type { MailItem } from '@afterword/services/mail/mailer'
import { ratings } from '@afterword/validation/review/rating'
import { Column, Row } from '@react-email/components'
import { styles } from './styles.ts'

/** The addresses behind the five stars, worst first. The star only preselects. */
export const starLinks = (item: MailItem, locale: Language): { rating: number; word: string; url: string }[] =>
  ratings.map((rating) => {
    const url = new URL(item.reviewUrl)
    url.searchParams.set('rating', String(rating))
    return { rating, word: ratingsTexts[locale][rating], url: url.href }
  })

interface StarLinksProps {
  readonly item: MailItem
  readonly locale: Language
  readonly accent: string
}

export const StarLinks = ({ item, locale, accent }: StarLinksProps) => (
  <Row style={{ marginTop: 12 }}>
    {starLinks(item, locale).map(({ rating, word, url }) => (
      <Column key={rating} align="center" style={{ width: '20%' }}>
        <a
          href={url}
          aria-label={say(mailTexts[locale].starLabel, { rating, word, item: item.title })}
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
