import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { uuidText } from './uuid-text.ts'

/** Crockford's base 32 in lower case, as TypeID uses it. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const suffixLength = 26
const invalid: ErrorCode = 'id.invalid'

/** What stands before an id outside, so that a log line or an address says what it names. */
export const idPrefixes = {
  shop: 'shp',
  product: 'prd',
  order: 'ord',
  lineItem: 'lin',
  review: 'rev',
  reviewRequest: 'req',
  user: 'usr',
  customer: 'cus',
  incident: 'inc',
  session: 'ses',
  invitation: 'inv',
} as const
export type IdKind = keyof typeof idPrefixes

/**
 * A UUID as it is shown outside: `rev_01jd…`.
 * @see https://github.com/jetify-com/typeid/blob/main/spec/README.md
 */
export const encodeId = (kind: IdKind, uuid: string): string => {
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let suffix = ''
  for (let index = 0; index < suffixLength; index += 1) {
    suffix = `${alphabet[Number(value & 31n)]}${suffix}`
    value >>= 5n
  }
  return `${idPrefixes[kind]}_${suffix}`
}

/** The UUID in an outside id, or null when it is not one of this kind. */
export const decodeId = (kind: IdKind, id: string): string | null => {
  const prefix = `${idPrefixes[kind]}_`
  const suffix = id.slice(prefix.length)
  if (!id.startsWith(prefix) || suffix.length !== suffixLength) return null
  let value = 0n
  for (const letter of suffix) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = value * 32n + BigInt(digit)
  }
  if (value >= 1n << 128n) return null
  return uuidText(value.toString(16).padStart(32, '0'))
}

/** Reads an outside id of one kind into its UUID. @throws through zod with `id.invalid`. */
export const idSchema = (kind: IdKind) =>
  z.string().transform((id, context) => {
    const uuid = decodeId(kind, id)
    if (uuid !== null) return uuid
    context.addIssue({ code: 'custom', message: invalid })
    return z.NEVER
  })
