import type { StaffMail } from '@afterword/services/mail/mailer'
import { Body, Button, Container, Head, Html, Preview, Section, Text } from '@react-email/components'
import { spacedCode } from './plain-text.ts'
import { darkStyles, safeAccent, styles } from './styles.ts'

/** A mail to somebody who works with Afterword. */
export const StaffEmail = ({ mail }: { mail: StaffMail }) => (
  <Html lang="en" dir="ltr">
    <Head>
      <title>{mail.subject}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{darkStyles}</style>
    </Head>
    <Preview>{mail.paragraphs[0] ?? mail.subject}</Preview>
    <Body style={styles.body} className="page">
      <Container style={styles.container} className="card">
        <Text style={styles.shop} className="ink">
          Afterword
        </Text>
        <Text style={styles.text} className="ink">
          {mail.name === null ? 'Hello,' : `Hello ${mail.name},`}
        </Text>
        {mail.paragraphs.map((paragraph) => (
          <Text key={paragraph} style={styles.text} className="ink">
            {paragraph}
          </Text>
        ))}
        {mail.action === null ? null : (
          <Button href={mail.action.url} style={{ ...styles.button, backgroundColor: safeAccent('') }}>
            {mail.action.label}
          </Button>
        )}
        {mail.codeLead === undefined ? null : (
          <Text style={styles.text} className="ink">
            {mail.codeLead}
          </Text>
        )}
        {mail.code === null ? null : (
          <Text style={styles.code} className="ink">
            {spacedCode(mail.code)}
          </Text>
        )}
        <Section style={styles.footer} className="line">
          <Text style={styles.small} className="quiet">
            {mail.reason}
          </Text>
        </Section>
      </Container>
    </Body>
  </Html>
)
