import { MailDev } from 'maildev'
import { findPort } from './ports.ts'

export interface Mailbox {
  readonly smtpUrl: string
  /** Its page; null when mail goes to a real server. */
  readonly url: string | null
  readonly stop: () => Promise<void>
}

/** A mail server that keeps what it gets, with a page that shows it; or the one that was given. */
export const startMailbox = async (givenSmtpUrl: string | undefined): Promise<Mailbox> => {
  if (givenSmtpUrl !== undefined) return { smtpUrl: givenSmtpUrl, url: null, stop: async () => undefined }
  const [smtpPort, webPort] = [await findPort(1025), await findPort(1080)]
  const maildev = new MailDev({
    smtp: smtpPort,
    ip: '127.0.0.1',
    web: webPort,
    webIp: '127.0.0.1',
    silent: true,
  })
  await maildev.start()
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${webPort}`,
    stop: async () => await maildev.stop(),
  }
}
