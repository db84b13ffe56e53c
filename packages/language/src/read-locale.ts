/**
 * A locale as Intl takes it, from what people, pages and systems write: `en_US`, `ko_KR.UTF-8`, ` pt-br `. Nothing
 * else goes to Intl, which throws at what it cannot read.
 *
 * @returns BCP 47, or null for what is no locale (empty, `C`) and for one that Intl does not know.
 */
export const readLocale = (text: string | null | undefined): string | null => {
  const [name = ''] = (text ?? '').trim().split(/[.@]/, 1)
  try {
    return Intl.NumberFormat.supportedLocalesOf(name.replaceAll('_', '-'))[0] ?? null
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
