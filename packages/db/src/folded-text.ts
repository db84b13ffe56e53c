import { type SQL, sql } from 'drizzle-orm'

/**
 * A text as searches compare it: the same for every case and every way to type a letter, in every script.
 * The rules are Unicode's, built into Postgres, and not those of the database's locale, which may be `C`.
 * Decomposed, so that a Korean syllable is several letters and an index of trigrams serves Korean as well.
 *
 * The one folding of all searches: the index `review_text_search` is made of this expression.
 *
 * @param text  An expression of type text.
 * @see docs/decisions/036-one-folding.md
 */
export const foldedText = (text: SQL): SQL =>
  sql`normalize(casefold(normalize(${text}, NFKD) collate "pg_unicode_fast"), NFKD)`

/**
 * Whether a folded text contains what was looked for. Nothing in it is a wildcard: it is escaped after it was
 * folded, because folding makes a plain percent sign of a wide one.
 *
 * @param text    An expression of type text.
 * @param search  As it was typed.
 */
export const containsFolded = (text: SQL, search: string): SQL => {
  const escaped = sql`regexp_replace(${foldedText(sql`${search}::text`)}, '([\\\\%_])', '\\\\\\1', 'g')`
  return sql`${foldedText(text)} like '%' || ${escaped} || '%'`
}
