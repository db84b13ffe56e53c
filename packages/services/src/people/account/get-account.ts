import type { Account } from '@afterword/validation/session/schema'
import { member, shop, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { asc, eq, sql } from 'drizzle-orm'
import { requireSignedIn } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

/** The signed-in person and the shops they belong to. @throws DomainError `session.ended` */
export const getAccount = async ({ ctx }: { ctx: ServiceContext }): Promise<Account> => {
  const principal = requireSignedIn(ctx)
  const [user] = await ctx.db
    .select({
      name: userAccount.name,
      email: userAccount.email,
      hasPassword: sql<boolean>`${userAccount.passwordHash} is not null`,
    })
    .from(userAccount)
    .where(eq(userAccount.id, principal.userId))
  if (user === undefined) throw new DomainError('session.ended')
  const shops = await ctx.db
    .select({ id: shop.id, name: shop.name, role: member.role })
    .from(member)
    .innerJoin(shop, eq(shop.id, member.shopId))
    .where(eq(member.userId, principal.userId))
    .orderBy(asc(member.createdAt))
  const currentId = principal.kind === 'member' ? principal.shopId : null
  return { kind: principal.kind, user, shops: shops.map((row) => ({ ...row, isCurrent: row.id === currentId })) }
}
