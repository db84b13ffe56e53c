import { DomainError } from '@afterword/errors'
import type { Mailer, MailMessage } from '../mail/mailer.ts'

/** A mailer that keeps what it is given, or answers as a mail server that does not take it. */
export const createRecordingMailer = () => {
  const mails: MailMessage[] = []
  let failure: DomainError | null = null
  const mailer: Mailer = {
    async send(message) {
      if (failure !== null) return await Promise.reject(failure)
      mails.push(message)
      return { messageId: message.messageId }
    },
  }
  return {
    mails,
    mailer,
    failWith(code: 'mail.refused' | 'mail.unavailable' | null, reason = '450 try later') {
      failure = code === null ? null : new DomainError(code, { details: { reason } })
    },
  }
}
