import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/** Which pepper new sessions use. An older one stays readable until its sessions have ended. */
export const currentMacKid = 1

const pattern =
  /^v1\.(\d{1,5})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/

export interface ParsedRefreshToken {
  readonly macKid: number
  readonly sessionId: string
  readonly gen: number
  /** Everything before the last dot. */
  readonly signedPart: string
  readonly mac: string
}

interface TokenKey {
  readonly macKid: number
  readonly salt: Uint8Array
}

const macOf = (keyring: Keyring, key: TokenKey, signedPart: string): Buffer => {
  const macKey = hkdfSync('sha256', keyring.derive(`refresh-pepper-${key.macKid}`), key.salt, 'refresh-token', 32)
  return createHmac('sha256', new Uint8Array(macKey)).update(signedPart).digest()
}

/**
 * The refresh token of one generation: `v1.kid.session.gen.mac`. It is computed, never stored, so
 * the same one can be given again after a lost response; neither the database nor the secret alone
 * is enough to make one.
 */
export const createRefreshToken = (keyring: Keyring, key: TokenKey, at: { sessionId: string; gen: number }): string => {
  const signedPart = `v1.${key.macKid}.${at.sessionId}.${at.gen}`
  return `${signedPart}.${macOf(keyring, key, signedPart).toString('base64url')}`
}

/** The parts of a well-formed token, or null. Says nothing about whether it is genuine. */
export const parseRefreshToken = (token: string): ParsedRefreshToken | null => {
  const match = pattern.exec(token)
  const [, macKid, sessionId, gen, mac] = match ?? []
  if (macKid === undefined || sessionId === undefined || gen === undefined || mac === undefined) return null
  return {
    macKid: Number(macKid),
    sessionId,
    gen: Number(gen),
    signedPart: token.slice(0, token.lastIndexOf('.')),
    mac,
  }
}

/** Whether the token's MAC was made by us for this session. Constant time. */
export const isGenuine = (keyring: Keyring, token: ParsedRefreshToken, key: TokenKey): boolean => {
  if (token.macKid !== key.macKid) return false
  const expected = macOf(keyring, key, token.signedPart)
  const presented = Buffer.from(token.mac, 'base64url')
  // The canonical form is compared too: base64url leaves spare bits in its last character.
  return (
    presented.length === expected.length &&
    timingSafeEqual(presented, expected) &&
    expected.toString('base64url') === token.mac
  )
}
