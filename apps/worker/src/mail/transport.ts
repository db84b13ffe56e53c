import type { Mailer, MailMessage } from '@afterword/services/mail/mailer'
import { parseEmail, toMailbox } from '@afterword/validation/email'
import { createTransport } from 'nodemailer'
import { renderMail } from '../emails/render-mail.tsx'
import { toMailError } from './mail-failure.ts'
import { buildMailHeaders } from './mail-headers.ts'
import { withPlainNames } from './plain-names.ts'

interface TransportOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string
  readonly fromAddress: string
}

/** Each step of the talk with the server may take this long; the caller's signal bounds the whole. */
const stepTimeoutMs = 15_000

const nameOf = (mail: MailMessage): string | null => (mail.kind === 'staff' ? mail.name : mail.firstName)

const replyToOf = (mail: MailMessage) => {
  const address = mail.kind === 'staff' ? null : parseEmail(mail.shop.replyToEmail)
  return mail.kind === 'staff' || address === null
    ? {}
    : { replyTo: { name: mail.shop.name, address: toMailbox(address) } }
}

/** Writes mails out and hands them to an SMTP server, one connection for each. */
export const createMailer = ({ smtpUrl, fromAddress }: TransportOptions): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: stepTimeoutMs,
    greetingTimeout: stepTimeoutMs,
    socketTimeout: stepTimeoutMs,
    dnsTimeout: stepTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(given, signal) {
      const message = withPlainNames(given)
      const { subject, senderName, html, text } = await renderMail(message)
      try {
        await transport.sendMail({
          from: { name: senderName, address: fromAddress },
          to: { name: nameOf(message) ?? '', address: toMailbox(message.to) },
          ...replyToOf(message),
          subject,
          html,
          text,
          messageId: message.messageId,
          headers: buildMailHeaders(message),
          signal,
        })
      } catch (error) {
        throw toMailError(error)
      }
      return { messageId: message.messageId }
    },
  }
}
