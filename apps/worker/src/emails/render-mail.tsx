import type { CustomerMail, MailMessage } from '@afterword/services/mail/mailer'
import { render } from '@react-email/render'
import { FreshLinkEmail } from './fresh-link.tsx'
import { renderPlainText, renderStaffText } from './plain-text.ts'
import { ReviewRequestEmail } from './review-request.tsx'
import { StaffEmail } from './staff-mail.tsx'
import { mailTexts } from './texts.ts'

export interface RenderedMail {
  readonly subject: string
  /** The name that stands before the sender's address. */
  readonly senderName: string
  readonly html: string
  readonly text: string
}

const renderCustomerMail = async (mail: CustomerMail): Promise<RenderedMail> => {
  const texts = mailTexts[mail.locale]
  const isRequest = mail.kind === 'review_request'
  return {
    subject: isRequest ? texts.requestSubject(mail.shop.name) : texts.freshSubject(mail.shop.name),
    senderName: texts.sender(mail.shop.name),
    html: await render(isRequest ? <ReviewRequestEmail mail={mail} /> : <FreshLinkEmail mail={mail} />),
    text: renderPlainText(mail),
  }
}

/** Writes a mail out in its language. The HTML stays below the 102 KB at which Gmail cuts. */
export const renderMail = async (mail: MailMessage): Promise<RenderedMail> => {
  if (mail.kind !== 'staff') return await renderCustomerMail(mail)
  return {
    subject: mail.subject,
    senderName: 'Afterword',
    html: await render(<StaffEmail mail={mail} />),
    text: renderStaffText(mail),
  }
}
