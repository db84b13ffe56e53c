import { MailDev } from 'maildev'
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from './env.ts'
import { openMailboxDoor } from './mailbox-door.ts'
import { findPort } from './ports.ts'

export interface Mailbox {
  readonly smtpUrl: string
  /** Its page, its secret first segment included; null when mail goes to a real server. */
  readonly url: string | null
  readonly stop: () => Promise<void>
}

const isLocalHost = (hostname: string): boolean =>
  /^(?:localhost|[^.]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

/**
 * The local mailbox is for trying things out: people who reach an installation from elsewhere would
 * wait for mail that never leaves the machine.
 *
 * @throws Error with one sentence when mail has nowhere to go
 */
export const requireMailServer = ({ publicUrl, smtpUrl }: Pick<Env, 'publicUrl' | 'smtpUrl'>): void => {
  if (smtpUrl !== undefined || isLocalHost(new URL(publicUrl).hostname)) return
  throw new Error(
    `PUBLIC_URL is ${publicUrl}, but without SMTP_URL all mail, sign-in links included, stays in a mailbox on this machine: ` +
      'set SMTP_URL to your mail server, e.g. smtp://user:password@host:587.',
  )
}

/** A folder that its owner alone may enter: the mails lie in it as files. */
const emptyFolder = async (folder: string): Promise<string> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/**
 * A mail server that keeps what it gets until it stops, with a page that shows it; or the one that was
 * given. Everything listens on 127.0.0.1, and the page answers nobody but who knows its address.
 */
export const startMailbox = async ({ dataDir, smtpUrl }: Pick<Env, 'dataDir' | 'smtpUrl'>): Promise<Mailbox> => {
  if (smtpUrl !== undefined) return { smtpUrl, url: null, stop: async () => undefined }
  const token = randomBytes(16).toString('base64url')
  const smtpPort = await findPort(1025)
  const innerPort = await findPort()
  const maildev = new MailDev({
    smtp: smtpPort,
    ip: '127.0.0.1',
    web: innerPort,
    webIp: '127.0.0.1',
    basePathname: `/${token}`,
    mailDirectory: await emptyFolder(path.join(dataDir, 'mailbox')),
    silent: true,
  })
  await maildev.start()
  const port = await findPort(1080)
  const door = await openMailboxDoor({ port, innerPort, token })
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${port}/${token}`,
    async stop() {
      door.close()
      door.closeAllConnections()
      await maildev.stop()
    },
  }
}
