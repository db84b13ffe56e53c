import { shop } from '@afterword/db/schema'
import { asc } from 'drizzle-orm'
import { requireSystem } from '../kernel/access.ts'
import type { ConsoleContext } from '../kernel/context.ts'

export interface ListedShop {
  readonly name: string
  readonly domain: string
  readonly accessCode: string
  /** When the platform said that it was disconnected; null while it is not. */
  readonly uninstalledAt: Date | null
}

/** Every shop of the installation, by name. @throws DomainError `permission.denied` */
export const listShops = async ({ ctx }: { ctx: ConsoleContext }): Promise<readonly ListedShop[]> => {
  requireSystem(ctx)
  const { name, domain, accessCode, uninstalledAt } = shop
  return await ctx.db.select({ name, domain, accessCode, uninstalledAt }).from(shop).orderBy(asc(name), asc(domain))
}
