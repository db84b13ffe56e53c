import type { IncidentSummary } from '@afterword/validation/incident/schema'
import type { ListIncidents } from '@afterword/validation/incident/schema'
import type { Page } from '@afterword/validation/primitives/pagination'
import { sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { decodeTimeCursor, toPage } from '../../kernel/page-cursor.ts'
import { selectIncidents, toSummary } from './internal/summarise-incident.ts'

/** Incidents of the installation, the one seen last first. @throws DomainError `permission.denied`, `page_cursor.invalid` */
export const listIncidents = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ListIncidents
}): Promise<Page<IncidentSummary>> => {
  requireOperator(ctx)
  const after = input.cursor === undefined ? undefined : decodeTimeCursor(input.cursor)
  const isState = input.state === undefined ? sql`true` : sql`i.state = ${input.state}`
  const isAfter =
    after === undefined ? sql`true` : sql`(i.last_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await selectIncidents(ctx.db, sql`${isState} and ${isAfter}`, input.pageSize + 1)
  return toPage(rows, input.pageSize, { item: toSummary, keyOf: (row) => [row.last_text, row.id] })
}
