import type { ShopMail } from '@afterword/services/mail/mailer'
import { Body, Container, Head, Html, Img, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import { darkStyles, safeAccent, styles } from './styles.ts'
import { mailTexts } from './texts.ts'

interface MailLayoutProps {
  readonly mail: ShopMail
  readonly title: string
  readonly intro: string
  readonly children: ReactNode
  /** Why this mail came, and how to stop it. */
  readonly footer: ReactNode
}

/** What all mails share: the shop's head, the greeting, the card and the footer. */
export const MailLayout = ({ mail, title, intro, children, footer }: MailLayoutProps) => (
  <Html lang={mail.locale} dir="ltr">
    <Head>
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{darkStyles}</style>
    </Head>
    <Preview>{intro}</Preview>
    <Body style={styles.body} className="page">
      <Container style={styles.container} className="card">
        {mail.shop.logoUrl === null ? (
          <Text dir="auto" style={{ ...styles.shop, color: safeAccent(mail.shop.accentColor) }} className="ink">
            {mail.shop.name}
          </Text>
        ) : (
          <Img src={mail.shop.logoUrl} alt={mail.shop.name} height={36} style={{ maxWidth: 220 }} />
        )}
        <Text style={styles.text} className="ink">
          {mailTexts[mail.locale].greeting(mail.firstName)}
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
      </Container>
    </Body>
  </Html>
)
