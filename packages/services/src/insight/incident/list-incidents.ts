import type { IncidentSummary } from '@afterword/validation/incident/schema'
import type { ListIncidents } from '@afterword/validation/incident/schema'
import type { Page } from '@afterword/validation/primitives/pagination'
import { sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isAfterCursor, toPage } from '../../kernel/page-cursor.ts'
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
  const isState = input.state === undefined ? sql`true` : sql`i.state = ${input.state}`
  const isAfter = isAfterCursor(input.cursor, [sql`i.last_at`, sql`i.id`]) ?? sql`true`
  const rows = await selectIncidents(ctx.db, sql`${isState} and ${isAfter}`, input.pageSize + 1)
  return toPage(rows, input.pageSize, { item: toSummary, keyOf: (row) => [row.last_text, row.id] })
}
