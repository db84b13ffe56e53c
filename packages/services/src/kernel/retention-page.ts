import { writeTable } from './markdown-table.ts'
import { type Retention, retentions } from './retention.ts'

const toRow = ({ holds, from, days, why }: Retention): string[] => [
  holds,
  days === 'setting' ? '`AFTERWORD_RETENTION_DAYS` (30)' : days === 1 ? '1 day' : `${days} days`,
  from,
  why,
]

/** `docs/retention.md`: how long what is kept, written from the table that decides it. */
export const renderRetentionPage = (): string => `# How long what is kept

Written from the table in [packages/services/src/kernel/retention.ts](../packages/services/src/kernel/retention.ts) by \`pnpm docs:retention\`; a test fails when the two differ. The workers delete every minute what belongs to no shop, and by a shop's daily work what is the shop's.

${writeTable([['What', 'Kept for', 'Counted from', 'Why'], ...Object.values(retentions).map(toRow)])}

- **Reviews, replies, orders, customers, incidents and a shop’s log of acts** are kept until somebody deletes them or the shop.
- **Link codes of an older system** are kept until the day that their import named.
- **Backups** keep what they hold: they need a time of their own.
`
