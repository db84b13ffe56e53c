import type { Mailer, MailHold, MailMessage } from '@afterword/services/mail/mailer'
import { parseEmail, toMailbox } from '@afterword/validation/primitives/email'
import { createTransport } from 'nodemailer'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { renderMail } from '../emails/render-mail.tsx'
import { toMailError } from './mail-failure.ts'
import { buildMailHeaders } from './mail-headers.ts'
import { withPlainNames } from './plain-names.ts'

interface TransportOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string
  readonly fromAddress: string
}

const minuteMs = 60_000
/** RFC 5321, 4.5.3.2: five minutes for the greeting, at most ten for any later answer. It says nothing of connecting. */
const limits = {
  dnsTimeout: minuteMs / 2,
  connectionTimeout: minuteMs / 2,
  greetingTimeout: 5 * minuteMs,
  socketTimeout: 10 * minuteMs,
} as const

const nameOf = (mail: MailMessage): string | null => (mail.kind === 'staff' ? mail.name : mail.greetingName)

const replyToOf = (mail: MailMessage) => {
  const address = mail.kind === 'staff' ? null : parseEmail(mail.shop.replyToEmail)
  return mail.kind === 'staff' || address === null
    ? {}
    : { replyTo: { name: mail.shop.name, address: toMailbox(address) } }
}

/** A transport for one mail that knows whether the server was given its content. */
const openTransport = (smtpUrl: string, hold: MailHold | undefined) => {
  const transport = createTransport({ ...limits, url: smtpUrl, disableFileAccess: true, disableUrlAccess: true })
  let isHandedOver = false
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((content) =>
      // Not read before the server has answered DATA.
      Readable.from(
        (async function* handOver() {
          const bytes = await buffer(content)
          await hold?.beforeHandover()
          isHandedOver = true
          yield bytes
        })(),
      ),
    )
    done()
  })
  return { transport, isHandedOver: () => isHandedOver }
}

/** Writes mails out and hands them to an SMTP server, one connection for each. */
export const createMailer = ({ smtpUrl, fromAddress }: TransportOptions): Mailer => ({
  async send(given, hold) {
    const message = withPlainNames(given)
    const { subject, senderName, html, text } = await renderMail(message)
    const { transport, isHandedOver } = openTransport(smtpUrl, hold)
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
        ...(hold && { signal: hold.signal }),
      })
    } catch (error) {
      throw toMailError(error, isHandedOver())
    }
    return { messageId: message.messageId }
  },
})
