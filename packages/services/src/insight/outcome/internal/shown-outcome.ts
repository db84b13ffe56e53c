import { type SQL, sql } from 'drizzle-orm'
import { settlingTime } from '../settle-outcomes.ts'

/**
 * What became of the visitor's work behind an attempt, as people are told it. An outcome that is still open may
 * yet come (`not_yet`), until nothing can settle it any more (`unknown`); behind a mail scanner's visit or an error
 * of a page there is no work (`none`).
 *
 * @param attempt  The name that `incident_attempt` has in the query.
 */
export const shownOutcome = (attempt: string): SQL => {
  const column = (name: string): SQL => sql`${sql.identifier(attempt)}.${sql.identifier(name)}`
  return sql`case
    when ${column('outcome')} <> 'open' then ${column('outcome')}
    when ${column('verdict')} in ('mail_scanner', 'browser_noise') then 'none'
    when ${column('started_at')} > now() - ${settlingTime} then 'not_yet'
    else 'unknown' end`
}
