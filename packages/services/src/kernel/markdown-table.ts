/** A Markdown table as oxfmt writes it: every column as wide as its widest cell. */
export const writeTable = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const writeRow = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [writeRow(head), writeRow(widths.map((width) => '-'.repeat(width))), ...body.map(writeRow)].join('\n')
}
