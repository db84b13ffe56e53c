import { timingSafeEqual } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/** In which the public door tells apps/web who asks. */
export const callerHeader = 'x-afterword-caller'

const macOf = (keyring: Keyring, address: string): string =>
  Buffer.from(keyring.hmac('caller', address)).toString('base64url')

/** The header's value for an address: with a MAC, for the pages' own port must believe nobody else. */
export const signCaller = (keyring: Keyring, address: string): string => `${macOf(keyring, address)} ${address}`

/** @returns The address the door wrote, or null: the header is missing or the door did not write it */
export const readSignedCaller = (keyring: Keyring, value: string | null): string | null => {
  const [mac = '', address] = value?.split(' ', 2) ?? []
  if (address === undefined) return null
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(keyring, address))]
  return given.length === right.length && timingSafeEqual(given, right) ? address : null
}
