import { createHash, createHmac } from 'node:crypto'
import type { Pepper } from './key-store.ts'

const pattern =
  /^v1\.(\d{1,5})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/

export interface ParsedRefreshToken {
  readonly pepperKid: number
  readonly sessionId: string
  readonly gen: number
  /** 32 bytes. */
  readonly mac: Uint8Array
}

interface Generation {
  readonly sessionId: string
  readonly gen: number
}

const signedPart = (pepperKid: number, { sessionId, gen }: Generation): string => `v1.${pepperKid}.${sessionId}.${gen}`

/**
 * The half of a token's MAC that needs the pepper alone: HMAC-SHA-256 of everything before the last
 * dot. The whole MAC is SHA-256 of the session's 32-byte salt and this half, which the database can
 * work out without ever seeing a pepper: so one statement checks a token and decides what becomes of
 * its session (docs/decisions/012-one-round-trip.md).
 */
export const pepperedPart = (pepper: Pepper, at: Generation): Uint8Array =>
  createHmac('sha256', pepper.secret).update(signedPart(pepper.kid, at)).digest()

/** The token of a generation, from its whole MAC. */
export const formatRefreshToken = (pepperKid: number, at: Generation, mac: Uint8Array): string =>
  `${signedPart(pepperKid, at)}.${Buffer.from(mac).toString('base64url')}`

/**
 * The refresh token of one generation: `v1.kid.session.gen.mac`. It is computed, never stored, so
 * the same one can be given again after a lost response; neither the database nor the peppers alone
 * are enough to make one.
 */
export const createRefreshToken = (pepper: Pepper, salt: Uint8Array, at: Generation): string =>
  formatRefreshToken(pepper.kid, at, createHash('sha256').update(salt).update(pepperedPart(pepper, at)).digest())

/** The parts of a well-formed token, or null. Says nothing about whether it is genuine. */
export const parseRefreshToken = (token: string): ParsedRefreshToken | null => {
  const [, pepperKid, sessionId, gen, text] = pattern.exec(token) ?? []
  if (pepperKid === undefined || sessionId === undefined || gen === undefined || text === undefined) return null
  const mac = Buffer.from(text, 'base64url')
  const parsed: ParsedRefreshToken = { pepperKid: Number(pepperKid), sessionId, gen: Number(gen), mac }
  // One token, one spelling: base64url leaves spare bits in its last character, numbers leading zeros.
  return formatRefreshToken(parsed.pepperKid, parsed, mac) === token ? parsed : null
}
