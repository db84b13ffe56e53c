import { staffMailTexts } from '@afterword/language/texts/staff-mail/texts'
import type { StaffMail } from '@afterword/services/mail/mailer'
import { Button, Preview, Section, Text } from '@react-email/components'
import { greet } from './greet.ts'
import { MailPage } from './mail-page.tsx'
import { spacedCode } from './plain-text.ts'
import { safeAccent, styles } from './styles.ts'

/** A mail to somebody who works with Afterword. */
export const StaffEmail = ({ mail }: { mail: StaffMail }) => (
  <MailPage language="en" title={mail.subject}>
    <Preview>{mail.preview}</Preview>
    <Text style={styles.shop} className="ink">
      Afterword
    </Text>
    <Text style={styles.text} className="ink">
      {greet(staffMailTexts, mail.name)}
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
  </MailPage>
)
