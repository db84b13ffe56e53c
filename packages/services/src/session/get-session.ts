import { shop, userAccount } from '@afterword/db/schema'
import type { MemberRole } from '@afterword/auth/principal'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
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

/** Who is signed in and for which shop. @throws DomainError `session.ended` */
export const getSession = async ({ ctx }: { ctx: ServiceContext }): Promise<SessionView> => {
  const { userId, shopId, role } = requireMember(ctx, 'session.read')
  const [row] = await ctx.db
    .select({
      user: { name: userAccount.name, email: userAccount.email },
      shop: {
        id: shop.id,
        name: shop.name,
        accessCode: shop.accessCode,
        domain: shop.domain,
        currency: shop.currency,
        locale: shop.locale,
        accentColor: shop.accentColor,
      },
    })
    .from(userAccount)
    .innerJoin(shop, eq(shop.id, shopId))
    .where(eq(userAccount.id, userId))
    .limit(1)
  if (row === undefined) throw new DomainError('session.ended')
  return { ...row, role }
}
