const table = '((?:"?\\w+"?\\.)?"?\\w+"?)'

/**
 * What is done to which table, in the statement's order. Left out: locks (`for update`), `on conflict do
 * update`, `is distinct from`, and what is read from a function or a subquery.
 */
const step = new RegExp(
  [
    `(?<!\\b(?:for|for no key|do) )\\b(?<write>insert into|update|delete from) (?:only )?${table}`,
    `(?<!\\bdistinct )\\b(?:from|join) (?:only |lateral )*${table}(?![\\w."]| ?\\()`,
    '\\b(?<read>select)\\b',
  ].join('|'),
  'g',
)

const literal = /'(?:[^']|'')*'/g
const comment = /--[^\n]*|\/\*[\s\S]*?\*\//g
/** Their `from` names no table. */
const fromInFunction = /\b(?:extract|substring|trim|overlay)\s*\([^()]*\)/g
const commonTable = /\b"?(\w+)"?(?: ?\([^()]*\))? as (?:not )?(?:materialized )?\(/g
const longestSummary = 120

export interface StatementSummary {
  /** E.g. `SELECT review_link INSERT review`, at most 120 characters. */
  readonly summary: string
  /** Its first operation, e.g. `SELECT`. */
  readonly operation: string
}

/**
 * What a statement does, in the words that OpenTelemetry's `db.query.summary` has: operations and
 * tables, no columns, no values.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/db/database-spans/#generating-a-summary-of-the-query
 */
export const summarizeStatement = (text: string): StatementSummary => {
  const bare = text.toLowerCase().replace(literal, "''").replace(comment, ' ').replace(/\s+/g, ' ').trim()
  const plain = bare.replace(fromInFunction, ' ')
  const ownTables = new Set(Array.from(plain.matchAll(commonTable), ([, name]) => name))
  const words: string[] = []
  for (const { 2: written, 3: read, groups } of plain.matchAll(step)) {
    const operation = groups?.['write'] ?? groups?.['read']
    const name = (written ?? read ?? '').replaceAll('"', '')
    if (operation !== undefined) words.push((operation.split(' ', 1)[0] ?? '').toUpperCase())
    if (name !== '' && !ownTables.has(name) && !words.includes(name)) words.push(name)
  }
  const [operation = (bare.split(' ', 1)[0] ?? '').toUpperCase()] = words
  return { summary: (words.length === 0 ? operation : words.join(' ')).slice(0, longestSummary), operation }
}
