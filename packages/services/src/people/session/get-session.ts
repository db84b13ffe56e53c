import type { CurrentSession } from '@afterword/validation/session/schema'
import { shop, userAccount } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { leavesAt } from '../../shop/has-left.ts'

interface SessionRow extends Omit<CurrentSession['shop'], 'accessCode' | 'accentColor' | 'leavesAt' | 'isConnected'> {
  readonly user_name: string
  readonly email: string
  readonly access_code: string
  readonly accent_color: string
  readonly uninstalled_at: Date | string | null
  readonly is_heard: boolean
}

/** Asked by every page of the admin: put together once. */
const findSession = defineStatement<SessionRow>(
  () => sql`
    select u.name as user_name, u.email, s.id, s.name, s.access_code, s.domain, s.currency, s.locale, s.accent_color,
      s.uninstalled_at, exists (select from webhook_delivery d where d.shop_id = s.id)
        or exists (select from shop_order o where o.shop_id = s.id) as is_heard
    from ${userAccount} u, ${shop} s
    where u.id = ${sql.placeholder('userId')} and s.id = ${sql.placeholder('shopId')}`,
)

/** Who is signed in and for which shop. @throws DomainError `session.ended` */
export const getSession = async ({ ctx }: { ctx: ServiceContext }): Promise<CurrentSession> => {
  const { userId, shopId, role } = requireMember(ctx, 'session.read')
  const [row] = await findSession(ctx.db, { userId, shopId })
  if (row === undefined) throw new DomainError('session.ended')
  const {
    user_name: name,
    email,
    access_code: accessCode,
    accent_color: accentColor,
    uninstalled_at: uninstalledAt,
    is_heard: isHeard,
    ...shopRow
  } = row
  const leaves = uninstalledAt === null ? null : leavesAt(new Date(uninstalledAt))
  const isConnected = isHeard && uninstalledAt === null
  return { user: { name, email }, shop: { ...shopRow, accessCode, accentColor, leavesAt: leaves, isConnected }, role }
}
