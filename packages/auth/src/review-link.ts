import { uuidText } from '@afterword/validation/primitives/uuid-text'
import { createHash, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'
import { withoutTrimmings } from './link-text.ts'

/**
 * A review link's code is 64 base64url characters: the shop's id (16 bytes) and a 256-bit random
 * token (32 bytes). It carries its shop so that opening it asks one shard
 * (docs/decisions/004-link-code.md).
 */
const shopBytes = 16
const tokenBytes = 32
const codePattern = /^[A-Za-z0-9_-]{64}$/
/** Of the system before this one: 32 bits, so that it is good for nothing but asking for a fresh link. */
const oldCodePattern = /^[\da-f]{8}$/i

export interface ReviewLinkToken {
  readonly shopId: string
  /** SHA-256 of the token: all that is stored. */
  readonly tokenHash: Uint8Array
}

const hashToken = (token: Uint8Array): Uint8Array => createHash('sha256').update(token).digest()

const toUuid = (bytes: Buffer): string => uuidText(bytes.toString('hex'))

/** Makes a new code for a shop. The code itself must go into the mail and nowhere else. */
export const createReviewLinkCode = (shopId: string): ReviewLinkToken & { readonly code: string } => {
  const token = randomBytes(tokenBytes)
  const shop = Buffer.from(shopId.replaceAll('-', ''), 'hex')
  return {
    code: Buffer.concat([shop, token]).toString('base64url'),
    shopId,
    tokenHash: hashToken(token),
  }
}

/**
 * Reads a code from an address, with what mail programs add to links dropped.
 *
 * @returns The shop and the hash to look for, or null when it cannot be a code of ours.
 */
export const parseReviewLinkCode = (text: string): ReviewLinkToken | null => {
  const code = withoutTrimmings(text)
  if (!codePattern.test(code)) return null
  const bytes = Buffer.from(code, 'base64url')
  return {
    shopId: toUuid(bytes.subarray(0, shopBytes)),
    tokenHash: hashToken(bytes.subarray(shopBytes)),
  }
}

/**
 * Reads an old code of eight hexadecimal digits, in either case.
 *
 * @returns What is stored of it, or null when it is none.
 */
export const hashOldLinkCode = (keyring: Keyring, text: string): Uint8Array | null => {
  const code = withoutTrimmings(text)
  return oldCodePattern.test(code) ? keyring.hmac('old-link-code', code.toLowerCase()) : null
}
