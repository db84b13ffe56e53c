import type { FreshLinkMail } from '@afterword/services/mail/mailer'
import { Text } from '@react-email/components'
import { MailLayout } from './mail-layout.tsx'
import { OrderBlock } from './order-block.tsx'
import { safeAccent, styles } from './styles.ts'
import { mailTexts } from './texts.ts'

/** Fresh links to a customer's latest orders, sent because they asked. */
export const FreshLinkEmail = ({ mail }: { mail: FreshLinkMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <Text style={styles.small} className="quiet">
      {texts.freshReason}
    </Text>
  )
  return (
    <MailLayout
      mail={mail}
      title={texts.freshSubject(mail.shop.name)}
      intro={texts.freshIntro(mail.shop.name)}
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
