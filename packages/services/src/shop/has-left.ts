import { shop } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/** How long an uninstall may be undone before anything ends for good. */
const leaveDelayDays = 7
const leaveDelayMs = leaveDelayDays * 24 * 60 * 60 * 1000

/** When what an uninstall stopped ends for good. */
export const leavesAt = (uninstalledAt: Date): Date => new Date(uninstalledAt.getTime() + leaveDelayMs)

/** Whether a shop has been uninstalled for so long that its waiting mails are cancelled. */
export const hasLeft = (uninstalledAt: Date | null, now: Date): boolean =>
  uninstalledAt !== null && leavesAt(uninstalledAt) <= now

/** The same of a row of `shop`, by the database's clock; null, which is no yes, while it is connected. */
export const hasLeftRow = sql<
  boolean | null
>`(${shop.uninstalledAt} <= now() - make_interval(days => ${leaveDelayDays}))`
