import type { ReviewRequestMail } from '@afterword/services/mail/mailer'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent } from './styles.ts'
import { mailTexts } from './texts.ts'
import { UnsubscribeFooter } from './unsubscribe-footer.tsx'

/** The one mail that asks a customer to review an order's items. */
export const ReviewRequestEmail = ({ mail }: { mail: ReviewRequestMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <UnsubscribeFooter
      reason={texts.requestReason(mail.shop.name)}
      label={texts.unsubscribe}
      unsubscribeUrl={mail.unsubscribeUrl}
    />
  )
  return (
    <MailLayout
      mail={mail}
      title={texts.requestSubject(mail.shop.name)}
      intro={texts.requestIntro(mail.shop.name)}
      preview={texts.requestPreview}
      footer={footer}
    >
      <OrderBlock order={mail.order} locale={mail.locale} accent={safeAccent(mail.shop.accentColor)} orderCount={1} />
    </MailLayout>
  )
}
