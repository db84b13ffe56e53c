import type { FreshLinkMail } from '@afterword/services/mail/mailer'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent } from './styles.ts'
import { mailTexts } from './texts.ts'
import { UnsubscribeFooter } from './unsubscribe-footer.tsx'

/** Fresh links to a customer's latest orders, sent because they asked. */
export const FreshLinkEmail = ({ mail }: { mail: FreshLinkMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <UnsubscribeFooter
      reason={texts.freshReason[mail.reason](mail.shop.name)}
      label={texts.unsubscribe}
      unsubscribeUrl={mail.unsubscribeUrl}
    />
  )
  return (
    <MailLayout
      mail={mail}
      title={texts.freshSubject(mail.shop.name)}
      intro={texts.freshIntro(mail.shop.name)}
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
