import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import type { MailMessage, ShopMail } from '@afterword/services/mail/mailer'
import { render } from '@react-email/render'
import type { ReactElement } from 'react'
import { FreshLinkEmail } from './fresh-link.tsx'
import { InvitationEmail } from './invitation.tsx'
import { renderPlainText, renderStaffText } from './plain-text.ts'
import { ReviewRequestEmail } from './review-request.tsx'
import { StaffEmail } from './staff-mail.tsx'

export interface RenderedMail {
  readonly subject: string
  /** The name that stands before the sender's address. */
  readonly senderName: string
  readonly html: string
  readonly text: string
}

interface MailForm {
  readonly subject: string
  readonly body: ReactElement
}

const toForm = (mail: ShopMail): MailForm => {
  const texts = mailTexts[mail.locale]
  switch (mail.kind) {
    case 'review_request':
      return { subject: say(texts.requestSubject, { shop: mail.shop.name }), body: <ReviewRequestEmail mail={mail} /> }
    case 'fresh_link':
      return { subject: say(texts.freshSubject, { shop: mail.shop.name }), body: <FreshLinkEmail mail={mail} /> }
    case 'invitation':
      return { subject: say(texts.invitationSubject, { shop: mail.shop.name }), body: <InvitationEmail mail={mail} /> }
  }
}

const renderShopMail = async (mail: ShopMail): Promise<RenderedMail> => {
  const { subject, body } = toForm(mail)
  return {
    subject,
    senderName: say(mailTexts[mail.locale].sender, { shop: mail.shop.name }),
    html: await render(body),
    text: renderPlainText(mail),
  }
}

/** Writes a mail out in its language. The HTML stays below the 102 KB at which Gmail cuts. */
export const renderMail = async (mail: MailMessage): Promise<RenderedMail> => {
  if (mail.kind !== 'staff') return await renderShopMail(mail)
  return {
    subject: mail.subject,
    senderName: 'Afterword',
    html: await render(<StaffEmail mail={mail} />),
    text: renderStaffText(mail),
  }
}
