const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b

/** Whether writing these columns would change the row that was read (and is locked). */
export const hasChanges = <Row extends object>(row: Row, columns: Partial<Row>): boolean =>
  (Object.keys(columns) as (keyof Row)[]).some((key) => !isSame(row[key], columns[key]))
