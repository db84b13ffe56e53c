import type { MailMessage } from '@afterword/services/mail/mailer'
import { render } from '@react-email/render'
import type { ReactElement } from 'react'
import { FreshLinkEmail } from './fresh-link.tsx'
import { InvitationEmail } from './invitation.tsx'
import { renderPlainText } from './plain-text.ts'
import { ReviewRequestEmail } from './review-request.tsx'
import { mailTexts } from './texts.ts'

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

const toForm = (mail: MailMessage): MailForm => {
  const texts = mailTexts[mail.locale]
  switch (mail.kind) {
    case 'review_request':
      return { subject: texts.requestSubject(mail.shop.name), body: <ReviewRequestEmail mail={mail} /> }
    case 'fresh_link':
      return { subject: texts.freshSubject(mail.shop.name), body: <FreshLinkEmail mail={mail} /> }
    case 'invitation':
      return { subject: texts.invitationSubject(mail.shop.name), body: <InvitationEmail mail={mail} /> }
  }
}

/** Writes a mail out in its language. The HTML stays below the 102 KB at which Gmail cuts. */
export const renderMail = async (mail: MailMessage): Promise<RenderedMail> => {
  const { subject, body } = toForm(mail)
  return {
    subject,
    senderName: mailTexts[mail.locale].sender(mail.shop.name),
    html: await render(body),
    text: renderPlainText(mail),
  }
}
