/**
 * Where a spreadsheet may begin a cell inside our text: it may split at `;`, a tab or `|` instead of
 * the comma, and one that splits elsewhere than we do does not see our quotes as we mean them.
 */
const cellStart = String.raw`^|[,;|\t\r\n]`
/**
 * What makes it take a cell for a formula (OWASP, CSV Injection), the full-width forms included, which
 * some read alike. Spaces and quotes before it may be taken away on the way in.
 */
const formulaStart = String.raw`[\s"]*[=+\-@＝＋－＠]`
/** A tab or a line break at the beginning, which some drop, so that the cell begins behind it. */
const droppedStart = String.raw`^[\t\r\n]`
const dangerous = new RegExp(`(?<=${cellStart})(?=${formulaStart})|(?=${droppedStart})`, 'gu')

/**
 * One cell of a CSV file (RFC 4180). Text always stands in quotes, and each place in it where a
 * spreadsheet could begin a formula gets a `'`. Numbers and flags are written as they are.
 */
const writeCell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return `"${value.replaceAll(dangerous, "'").replaceAll('"', '""')}"`
}

/** One line of a CSV file, its end included (RFC 4180: CR LF). */
export const writeCsvRow = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`
