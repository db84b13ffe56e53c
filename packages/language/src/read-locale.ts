/** The form of a language tag (RFC 5646), which is all that Intl is asked about: it is slow to refuse the rest. */
const tagShape = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i
/** Longer than any that means something (RFC 5646, 4.4.1). */
const mostCharacters = 64

/**
 * A language tag from what people, pages and systems write: `en_US`, `ko_KR.UTF-8`, ` pt-br `.
 *
 * @returns Null for what has not the form of one. Whether it exists is not asked.
 */
export const toTag = (text: string): string | null => {
  const [name = ''] = text.trim().split(/[.@]/, 1)
  const tag = name.replaceAll('_', '-')
  return tag.length <= mostCharacters && tagShape.test(tag) ? tag : null
}

/**
 * A locale as Intl takes it, from the same texts.
 *
 * @returns BCP 47, or null for what is no locale (empty, `C`) and for one that Intl does not know.
 */
export const readLocale = (text: string | null | undefined): string | null => {
  const tag = toTag(text ?? '')
  if (tag === null) return null
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? null
  } catch {
    return null
  }
}

/** The first of these that can be read, as `readLocale` gives it; null when none can. */
export const firstLocale = (texts: Iterable<string | null | undefined>): string | null => {
  for (const text of texts) {
    const locale = readLocale(text)
    if (locale !== null) return locale
  }
  return null
}
