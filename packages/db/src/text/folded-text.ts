import { type SQL, sql } from 'drizzle-orm'

/**
 * A text as searches compare it: the same for every case, with and without accents, and for every way to type a
 * letter, in every script. The rules are Unicode's, built into Postgres, and not those of the database's locale, which
 * may be `C`. Decomposed, so that a Korean syllable is several letters and an index of trigrams serves Korean as well;
 * then without the marks of Latin, Greek and Cyrillic letters. A letter that has none apart (ø, ł, đ, ı) stays.
 *
 * The one folding of all searches: the index `review_text_search` is made of this expression.
 *
 * @param text  An expression of type text.
 * @see docs/decisions/036-one-folding.md
 */
export const foldedText = (text: SQL): SQL =>
  sql`regexp_replace(normalize(casefold(normalize(${text}, NFKD) collate "pg_unicode_fast"), NFKD), '[\\u0300-\\u036F]', '', 'g')`

/**
 * Whether a folded text contains what was looked for. Nothing in it is a wildcard: it is escaped after it was
 * folded, because folding makes a plain percent sign of a wide one; and of marks alone nothing is left to look for, so
 * that they find nothing.
 *
 * @param text    An expression of type text.
 * @param search  As it was typed.
 */
export const containsFolded = (text: SQL, search: string): SQL => {
  const folded = foldedText(sql`${search}::text`)
  const escaped = sql`regexp_replace(${folded}, '([\\\\%_])', '\\\\\\1', 'g')`
  return sql`(${foldedText(text)} like '%' || ${escaped} || '%' and ${folded} <> '')`
}
