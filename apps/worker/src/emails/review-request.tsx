import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { ReviewRequestMail } from '@afterword/services/mail/mailer'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent } from './styles.ts'
import { UnsubscribeFooter } from './unsubscribe-footer.tsx'

/** The one mail that asks a customer to review an order's items. */
export const ReviewRequestEmail = ({ mail }: { mail: ReviewRequestMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <UnsubscribeFooter
      reason={say(texts.requestReason, { shop: mail.shop.name })}
      label={texts.unsubscribe}
      unsubscribeUrl={mail.unsubscribeUrl}
    />
  )
  return (
    <MailLayout
      mail={mail}
      title={say(texts.requestSubject, { shop: mail.shop.name })}
      intro={say(texts.requestIntro, { shop: mail.shop.name })}
      preview={texts.requestPreview}
      footer={footer}
    >
      <OrderBlock order={mail.order} locale={mail.locale} accent={safeAccent(mail.shop.accentColor)} orderCount={1} />
    </MailLayout>
  )
}
