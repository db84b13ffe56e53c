/**
 * A language as Intl takes it, from what people, pages and systems write: `en_US`, `ko_KR.UTF-8`, ` pt-br `. Nothing
 * else goes to Intl, which throws at what it cannot read. Plain, because the embed reads pages by it.
 *
 * @returns BCP 47, or null for what is no language (empty, `C`) and for one that Intl does not know.
 */
export const readLocale = (text: string | null | undefined): string | null => {
  const tag = (text ?? '')
    .trim()
    .replace(/[.@].*$/s, '')
    .replaceAll('_', '-')
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? null
  } catch {
    return null
  }
}
