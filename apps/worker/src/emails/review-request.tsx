import type { ReviewRequestMail } from '@afterword/services/mail/mailer'
import { Link, Text } from '@react-email/components'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent, styles } from './styles.ts'
import { mailTexts } from './texts.ts'

/** The one mail that asks a customer to review an order's items. */
export const ReviewRequestEmail = ({ mail }: { mail: ReviewRequestMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <>
      <Text style={styles.small} className="quiet">
        {texts.requestReason(mail.shop.name)}
      </Text>
      <Text style={styles.small} className="quiet">
        <Link href={mail.unsubscribeUrl} style={{ color: 'inherit', textDecoration: 'underline' }}>
          {texts.unsubscribe}
        </Link>
      </Text>
    </>
  )
  return (
    <MailLayout
      mail={mail}
      title={texts.requestSubject(mail.shop.name)}
      intro={texts.requestIntro(mail.shop.name)}
      footer={footer}
    >
      <OrderBlock order={mail.order} locale={mail.locale} accent={safeAccent(mail.shop.accentColor)} orderCount={1} />
    </MailLayout>
  )
}
