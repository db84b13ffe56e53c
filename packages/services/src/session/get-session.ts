import { shop, userAccount } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/statement'
import type { MemberRole } from '@afterword/auth/principal'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { requireMember } from '../access.ts'
import type { ServiceContext } from '../context.ts'

export interface SessionView {
  readonly user: { readonly name: string; readonly email: string }
  readonly shop: {
    readonly id: string
    readonly name: string
    readonly accessCode: string
    readonly domain: string
    readonly currency: string
    readonly locale: string
    readonly accentColor: string
  }
  readonly role: MemberRole
}

interface SessionRow extends Omit<SessionView['shop'], 'accessCode' | 'accentColor'> {
  readonly user_name: string
  readonly email: string
  readonly access_code: string
  readonly accent_color: string
}

/** Asked by every page of the admin: put together once. */
const findSession = defineStatement<SessionRow>(
  () => sql`
    select u.name as user_name, u.email, s.id, s.name, s.access_code, s.domain, s.currency, s.locale, s.accent_color
    from ${userAccount} u, ${shop} s
    where u.id = ${sql.placeholder('userId')} and s.id = ${sql.placeholder('shopId')}`,
)

/** Who is signed in and for which shop. @throws DomainError `session.ended` */
export const getSession = async ({ ctx }: { ctx: ServiceContext }): Promise<SessionView> => {
  const { userId, shopId, role } = requireMember(ctx, 'session.read')
  const [row] = await findSession(ctx.db, { userId, shopId })
  if (row === undefined) throw new DomainError('session.ended')
  const { user_name: name, email, access_code: accessCode, accent_color: accentColor, ...shopRow } = row
  return { user: { name, email }, shop: { ...shopRow, accessCode, accentColor }, role }
}
