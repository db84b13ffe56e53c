import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/** An account as a browser remembers it. The epoch is raised with every new password. */
export interface KnownAccount {
  readonly userId: string
  readonly userEpoch: number
}

const idBytes = 16
const macBytes = 16
/** Accounts one browser remembers: people who share a computer. */
const mostAccounts = 5
/** `v1.{browser}.{mac}…`: the browser's random id and one MAC per account, the latest first. */
const pattern = /^v1(?:\.[A-Za-z0-9_-]{22}){2,6}$/

/** Something to compare with where there is no account, so that both cases do the same work. */
const noAccount: KnownAccount = { userId: '00000000-0000-0000-0000-000000000000', userEpoch: -1 }

const macOf = (keyring: Keyring, browserId: string, { userId, userEpoch }: KnownAccount): string => {
  const mac = keyring.hmac('known-browser', `${browserId}\n${userId}\n${userEpoch}`)
  return Buffer.from(mac.subarray(0, macBytes)).toString('base64url')
}

const read = (cookie: string | undefined): { readonly browserId: string; readonly macs: readonly string[] } => {
  const [, browserId, ...macs] = cookie !== undefined && pattern.test(cookie) ? cookie.split('.') : []
  return { browserId: browserId ?? randomBytes(idBytes).toString('base64url'), macs }
}

const isEqual = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Whether somebody has signed in to the account in this browser since its password was last set. The cookie
 * proves that and nothing else: it opens no session and names no account.
 *
 * @param cookie   As the browser sent it.
 * @param account  Null for an address without one: costs the same and is never known.
 * @returns The browser's id, or null.
 * @see docs/decisions/031-known-browsers.md
 */
export const findKnownBrowser = (
  keyring: Keyring,
  cookie: string | undefined,
  account: KnownAccount | null,
): string | null => {
  const { browserId, macs } = read(cookie)
  const mac = macOf(keyring, browserId, account ?? noAccount)
  return macs.some((each) => isEqual(each, mac)) && account !== null ? browserId : null
}

/** The cookie of a browser in which somebody has just signed in to the account. Others it knew are kept. */
export const rememberAccount = (keyring: Keyring, cookie: string | undefined, account: KnownAccount): string => {
  const { browserId, macs } = read(cookie)
  const mac = macOf(keyring, browserId, account)
  const others = macs.filter((each) => each !== mac)
  return ['v1', browserId, mac, ...others].slice(0, 2 + mostAccounts).join('.')
}
