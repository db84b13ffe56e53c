import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { InvitationMail } from '@afterword/services/mail/mailer'
import { Button, Link, Text } from '@react-email/components'
import { MailLayout } from './mail-layout.tsx'
import { safeAccent, styles } from './styles.ts'

/** Somebody is asked to join the people of a shop. */
export const InvitationEmail = ({ mail }: { mail: InvitationMail }) => {
  const texts = mailTexts[mail.locale]
  const footer = (
    <Text style={styles.small} className="quiet">
      {say(texts.invitationReason, { inviter: mail.inviterName })}
    </Text>
  )
  return (
    <MailLayout
      mail={mail}
      title={say(texts.invitationSubject, { shop: mail.shop.name })}
      intro={say(texts.invitationIntro, { inviter: mail.inviterName, shop: mail.shop.name })}
      preview={texts.invitationPreview}
      footer={footer}
    >
      <Text style={styles.text} className="ink">
        {texts.invitationRole[mail.role]}
      </Text>
      <Button href={mail.acceptUrl} style={{ ...styles.button, backgroundColor: safeAccent(mail.shop.accentColor) }}>
        {texts.invitationAccept}
      </Button>
      <Text style={styles.detail} className="quiet">
        {texts.invitationTerms}
      </Text>
      <Text style={styles.detail} className="quiet">
        <Link href={mail.acceptUrl} style={styles.address} className="quiet">
          {mail.acceptUrl}
        </Link>
      </Text>
    </MailLayout>
  )
}
