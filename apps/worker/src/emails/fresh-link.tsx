import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { FreshLinkMail } from '@afterword/services/mail/mailer'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent } from './styles.ts'
import { UnsubscribeFooter } from './unsubscribe-footer.tsx'

/** Fresh links to a customer's latest orders, sent because they asked. */
export const FreshLinkEmail = ({ mail }: { mail: FreshLinkMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <UnsubscribeFooter
      reason={say(texts.freshReason[mail.reason], { shop: mail.shop.name })}
      label={texts.unsubscribe}
      unsubscribeUrl={mail.unsubscribeUrl}
    />
  )
  return (
    <MailLayout
      mail={mail}
      title={say(texts.freshSubject, { shop: mail.shop.name })}
      intro={say(texts.freshIntro, { shop: mail.shop.name })}
      preview={texts.freshPreview}
      footer={footer}
    >
      {mail.orders.map((order) => (
        <OrderBlock
          key={order.items[0]?.reviewUrl}
          order={order}
          locale={mail.locale}
          accent={safeAccent(mail.shop.accentColor)}
          orderCount={mail.orders.length}
        />
      ))}
    </MailLayout>
  )
}
