/**
 * What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), their full-width forms
 * included, which some spreadsheets read alike.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets a leading `'`.
 * Numbers are written as they are.
 */
const writeCell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a CSV file, its end included (RFC 4180: CR LF). */
export const writeCsvRow = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`
