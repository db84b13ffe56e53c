import type { MailMessage } from '@afterword/services/mail/mailer'

type PreparedHeader = { readonly prepared: true; readonly value: string }

/**
 * Headers of our own. `prepared` keeps nodemailer from folding them: a folded List-Unsubscribe is
 * not read by every mail program (RFC 8058, 3.1 wants one HTTPS address and the literal Post line).
 */
export const buildMailHeaders = (mail: MailMessage): Record<string, PreparedHeader> => {
  const always = { 'Auto-Submitted': { prepared: true, value: 'auto-generated' } } as const
  if (!('unsubscribeUrl' in mail)) return always
  return {
    ...always,
    'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
    'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
  }
}
