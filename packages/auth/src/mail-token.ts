import { signInCodeDigits } from '@afterword/validation/session/rules'
import { createHash, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'
import { withoutTrimmings } from './link-text.ts'

const pattern = /^[A-Za-z0-9_-]{43}$/

/** SHA-256: all that is stored of a secret of 256 random bits (ASVS 6.5.2). */
export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

/** 256 random bits, 43 base64url characters. */
export const createSecret = (): string => randomBytes(32).toString('base64url')

/** Reads a token from a mail's link, without what mail programs add at its end; null when it cannot be one. */
export const parseMailToken = (text: string): string | null => {
  const token = withoutTrimmings(text)
  return pattern.test(token) ? token : null
}

/** The digits that stand for a sign-in link's token in the browser that asked for it. */
export const codeOf = (keyring: Keyring, token: string): string => {
  const bytes = Buffer.from(keyring.hmac('sign-in-code', token))
  // 64 bits modulo 10^8: the bias is below one in 10^11.
  return String(bytes.readBigUInt64BE() % 10n ** BigInt(signInCodeDigits)).padStart(signInCodeDigits, '0')
}

/** What is stored of a code: of no use without the asking browser's secret. */
export const hashCode = (keyring: Keyring, browserHash: Uint8Array, code: string): Uint8Array =>
  keyring.hmac('sign-in-code-hash', Buffer.concat([browserHash, Buffer.from(code)]))
