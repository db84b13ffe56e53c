/**
 * What a spreadsheet may begin a cell after: it may split at `;`, a tab or `|` instead of the comma, and one that
 * splits elsewhere than we do does not see our quotes as we mean them.
 */
const cellEnds: ReadonlySet<string> = new Set([',', ';', '|', '\t', '\r', '\n'])
/**
 * What makes it take a cell for a formula (OWASP, CSV Injection), the full-width forms included, which
 * some read alike.
 */
const formulaStarts: ReadonlySet<string> = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
/** What may be taken away before a formula on the way in. */
const skipped = /[\s"]/
/** A tab or a line break at the beginning, which some drop, so that the cell begins behind it. */
const droppedStart = /^[\t\r\n]/

/** Where a spreadsheet could begin a formula: the beginnings of those cells, in UTF-16 units. */
const findFormulas = (text: string): number[] => {
  const found: number[] = []
  let cellStart: number | null = 0
  for (const [index, letter] of text.split('').entries()) {
    if (cellEnds.has(letter)) cellStart = index + 1
    else if (!skipped.test(letter)) {
      if (cellStart !== null && formulaStarts.has(letter)) found.push(cellStart)
      cellStart = null
    }
  }
  return droppedStart.test(text) && found[0] !== 0 ? [0, ...found] : found
}

/** Puts a `'` wherever a spreadsheet could begin a formula. Takes time in proportion to the text. */
const disarm = (text: string): string => {
  const parts: string[] = []
  let from = 0
  for (const at of findFormulas(text)) {
    parts.push(text.slice(from, at), "'")
    from = at
  }
  return [...parts, text.slice(from)].join('')
}

/**
 * One cell of a CSV file (RFC 4180). Text always stands in quotes, and each place in it where a
 * spreadsheet could begin a formula gets a `'`. Numbers and flags are written as they are.
 */
const writeCell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return `"${disarm(value).replaceAll('"', '""')}"`
}

/** One line of a CSV file, its end included (RFC 4180: CR LF). */
export const writeCsvRow = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`
