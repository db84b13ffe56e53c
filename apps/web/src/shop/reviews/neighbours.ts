interface Named {
  readonly id: string
}

/** The row `step` further in the list; it stops at both ends. Without a current row it is the first. */
export const rowBeside = <Row extends Named>(
  rows: readonly Row[],
  currentId: string | null,
  step: 1 | -1,
): Row | null => {
  const position = rows.findIndex((row) => row.id === currentId)
  if (position < 0) return rows[0] ?? null
  return rows[Math.min(rows.length - 1, Math.max(0, position + step))] ?? null
}

/** The row to open once the current one has left the list: the one after it, else the one before. */
export const rowAfterLeaving = <Row extends Named>(rows: readonly Row[], leavingId: string): Row | null => {
  const position = rows.findIndex((row) => row.id === leavingId)
  return rows[position + 1] ?? (position > 0 ? (rows[position - 1] ?? null) : null)
}
