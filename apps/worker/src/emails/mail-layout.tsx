import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { ShopMail } from '@afterword/services/mail/mailer'
import { Img, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import { greet } from './greet.ts'
import { MailPage } from './mail-page.tsx'
import { safeAccent, styles } from './styles.ts'

interface MailLayoutProps {
  readonly mail: ShopMail
  readonly title: string
  readonly intro: string
  /** What a list of mails shows beside the subject: nothing that the mail begins with. */
  readonly preview: string
  readonly children: ReactNode
  /** Why this mail came, and how to stop it. */
  readonly footer: ReactNode
}

/** What all mails share: the shop's head, the greeting, the card and the footer. */
export const MailLayout = ({ mail, title, intro, preview, children, footer }: MailLayoutProps) => (
  <MailPage language={mail.locale} title={title}>
    <Preview>{preview}</Preview>
    {mail.shop.logoUrl === null ? (
      <Text dir="auto" style={{ ...styles.shop, color: safeAccent(mail.shop.accentColor) }} className="ink">
        {mail.shop.name}
      </Text>
    ) : (
      <Img src={mail.shop.logoUrl} alt={mail.shop.name} height={36} style={{ maxWidth: 220 }} />
    )}
    <Text style={styles.text} className="ink">
      {greet(mailTexts[mail.locale], mail.greetingName)}
    </Text>
    <Text style={styles.text} className="ink">
      {intro}
    </Text>
    {children}
    <Section style={styles.footer} className="line">
      {footer}
      {mail.shop.postalAddress === null ? null : (
        <Text style={styles.small} className="quiet">
          {`${mail.shop.name} · ${mail.shop.postalAddress}`}
        </Text>
      )}
    </Section>
  </MailPage>
)
