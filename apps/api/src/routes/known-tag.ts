import { hash } from 'node:crypto'

/** A weak entity tag of what is sent, the same for every coding it is sent in. */
export const tagOf = (content: string): string => `W/"${hash('sha256', content, 'base64url').slice(0, 27)}"`

const withoutWeakness = (tag: string): string => tag.replace(/^W\//, '')

/**
 * Whether a caller already has what carries `tag`: compared weakly, as RFC 9110, 13.1.2 asks for. Caches between us and
 * the caller may have made the tag a strong one; `*` is whatever there is.
 */
export const isKnownTag = (ifNoneMatch: string | undefined, tag: string): boolean => {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const known = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []
  return known.some((one) => withoutWeakness(one) === withoutWeakness(tag))
}
