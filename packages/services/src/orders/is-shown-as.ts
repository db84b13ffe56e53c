import { containsFolded, foldedText } from '@afterword/db/text/folded-text'
import { toTrimmedText } from '@afterword/validation/primitives/storable-text'
import { type SQL, sql } from 'drizzle-orm'
import { familyFirstRanges } from './name-words.ts'

interface NameColumns {
  readonly first: SQL
  readonly last: SQL
}

const letter = `[${familyFirstRanges}]`
const masked = new RegExp(`^(${letter}?)(\\*+)(${letter}?)(?: (\\p{L}\\p{M}*)\\.)?$`, 'u')
const shortened = /^(\S.*) (\p{L}\p{M}*\p{L}?)\.$/u

/** What a whole name in one field is parted by, besides spaces: `displayName` reads them so. */
const separators = '·・.,，،/_()[]|@-‐'
const blanks = ' '.repeat(separators.length)

/** Whether a word of the text begins like that. */
const hasWord = (text: SQL, beginning: string): SQL => containsFolded(sql`' ' || ${text}`, ` ${beginning}`)

/** What stands for a mask in Postgres: what is hidden is one letter for each star, or none of a name of one letter. */
const patternOf = (start: string, stars: number, end: string): string => {
  if (end === '') return stars === 1 ? `^${start}` : `^${start}.{${stars}}`
  return `${start === '' ? '.' : `^${start}`}.{${stars}}${end}$`
}

/** 조*빈, 김*, *빈. Of what was typed only letters get into the pattern. */
const isMaskedAs = (
  [, start = '', stars = '', end = '', initial]: RegExpExecArray,
  { first, last }: NameColumns,
): SQL => {
  const pattern = patternOf(start, Math.min(stars.length, 80), end)
  const lettersOf = (text: SQL): SQL =>
    sql`regexp_replace(normalize(coalesce(${text}, ''), NFC), ${`[^${familyFirstRanges}]`}, '', 'g')`
  const [given, family] = [lettersOf(first), lettersOf(last)]
  // The last name may be repeated behind the first one.
  const joined = sql`concat(${family}, regexp_replace(${given}, ${family} || '$', ''))`
  const isSo = [sql`concat(${family}, ${given})`, joined, given, family].map((text) => sql`${text} ~ ${pattern}`)
  const name = sql`(${sql.join(isSo, sql` or `)})`
  return initial === undefined ? name : sql`(${name} and ${hasWord(sql`${last}`, initial)})`
}

/** "Jane D.": a name in which the word Jane ends, and a word that begins with D besides. */
const isShortenedAs = ([, given = '', initial = '']: RegExpExecArray, { first, last }: NameColumns): SQL => {
  const spaced = (text: SQL): SQL => sql`regexp_replace(translate(${text}, ${separators}, ${blanks}), '\\s+', ' ', 'g')`
  const name = spaced(sql`' ' || concat_ws(' ', ${first}, ${last}) || ' '`)
  const written = sql`(${containsFolded(sql`concat_ws(' ', ${first}, ${last})`, given)} or ${containsFolded(name, given)})`
  const words = Array.from(given, (character) => (separators.includes(character) ? ' ' : character)).join('')
  const rest = sql`replace(${foldedText(name)}, ${foldedText(sql`${` ${words.trim()} `}::text`)}, ' ')`
  const isNamed = sql`${containsFolded(name, `${words.trim()} `)} and ${written}`
  return sql`(${isNamed} and ${hasWord(rest, initial)})`
}

/**
 * Whether a customer is shown by the name that was looked for, as `displayName` shows names: 조*빈, "Jane D.". It may
 * find some more that begin alike.
 *
 * @returns Undefined for a search that is no name in short.
 */
export const isShownAs = (search: string, columns: NameColumns): SQL | undefined => {
  const text = toTrimmedText(search).replace('…', '')
  const asMasked = masked.exec(text)
  if (asMasked !== null && `${asMasked[1] ?? ''}${asMasked[3] ?? ''}` !== '') return isMaskedAs(asMasked, columns)
  const asShortened = shortened.exec(text)
  return asShortened === null ? undefined : isShortenedAs(asShortened, columns)
}
