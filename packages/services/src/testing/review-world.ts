import { type Auth, createAuth, type SessionTokens } from '@afterword/auth/auth'
import { createSession } from '@afterword/auth/create-session'
import { createKeyring } from '@afterword/auth/keyring'
import type { MemberRole, Principal } from '@afterword/auth/principal'
import { parseRefreshToken } from '@afterword/auth/refresh-token'
import { createReviewLinkCode } from '@afterword/auth/review-link'
import type { Database, Executor } from '@afterword/db/connection/client'
import { authSession, member, reviewLink, userAccount } from '@afterword/db/schema'
import { createPublicFetch } from '@afterword/public-fetch/create-public-fetch'
import { createLineItem, createProduct, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { ServiceContext, ServiceDeps } from '../kernel/context.ts'
import { createRecordingQueue, type EnqueuedJob } from './platform-shop.ts'

const keyring = createKeyring('a secret of thirty-two characters or more')

/** Tests reach no other machine: no name is known here. */
const fetchPublic = createPublicFetch({ resolve: () => Promise.resolve([]) })

export interface ReviewWorld {
  readonly deps: ServiceDeps
  readonly auth: Auth
  readonly jobs: readonly EnqueuedJob[]
  /** A call by somebody. */
  readonly contextOf: (principal: Principal) => ServiceContext
}

/** What services and procedures need, over a test's database; mail jobs are recorded, not sent. */
export const createReviewWorld = (db: Database, publicUrl = 'https://reviews.example'): ReviewWorld => {
  const { jobs, queue } = createRecordingQueue()
  const now = (): Date => new Date()
  const deps: ServiceDeps = { db, jobs: queue, keyring, publicUrl, fetchPublic, now }
  return {
    deps,
    auth: createAuth({ db, keyring, publicUrl, now }),
    jobs,
    contextOf: (principal) => ({ ...deps, principal, requestId: 'test' }),
  }
}

/** A link that went out by mail. @returns its code */
export const createReviewLink = async (
  db: Executor,
  values: { shopId: string; reviewRequestId: string } & Partial<typeof reviewLink.$inferInsert>,
): Promise<string> => {
  const { code, tokenHash } = createReviewLinkCode(values.shopId)
  await db.insert(reviewLink).values({
    purpose: 'review',
    expiresAt: sql`now() + interval '90 days'`,
    ...values,
    tokenHash,
  })
  return code
}

/** A shop with one order that can be reviewed, and the link to it. `addItem` puts more into the order. */
export const createReviewShop = async (db: Executor, overrides: Parameters<typeof createShop>[1] = {}) => {
  const shop = await createShop(db, overrides)
  const story = await createReviewableOrder(db, { shopId: shop.id })
  const code = await createReviewLink(db, { shopId: shop.id, reviewRequestId: story.reviewRequest.id })
  return {
    ...story,
    shop,
    code,
    async addItem(values: Partial<Parameters<typeof createLineItem>[1]> = {}) {
      const product = await createProduct(db, { shopId: shop.id })
      return await createLineItem(db, {
        shopId: shop.id,
        orderId: story.order.id,
        productId: product.id,
        fulfilledAt: new Date('2026-01-06T10:00:00Z'),
        ...values,
      })
    },
  }
}

/** A member of a shop, as services see them. */
export const createMember = async (db: Executor, shopId: string, role: MemberRole) => {
  const [account] = await db
    .insert(userAccount)
    .values({ email: `${randomUUID()}@shop.example`, name: `The ${role}` })
    .returning()
  if (account === undefined) throw new Error('no account')
  await db.insert(member).values({ shopId, userId: account.id, role })
  return { kind: 'member', userId: account.id, shopId, role, sessionId: randomUUID() } as const
}

const openSession = async (auth: Auth, userId: string): Promise<SessionTokens & { sessionId: string }> => {
  const tokens = await createSession(auth, userId, {
    origin: { ipPrefix: null, uaFamily: null },
    amr: ['pwd'],
  })
  const sessionId = parseRefreshToken(tokens?.refreshToken ?? '')?.sessionId
  if (tokens === null || sessionId === undefined) throw new Error('no session')
  return { ...tokens, sessionId }
}

/** A signed-in member. */
export const signInMember = async (world: ReviewWorld, shopId: string, role: MemberRole) => {
  const principal = await createMember(world.deps.db, shopId, role)
  const tokens = await openSession(world.auth, principal.userId)
  return { ...tokens, principal: { ...principal, sessionId: tokens.sessionId } }
}

/** Makes a session one whose person proved an hour ago who they are. */
export const backdateSignIn = async (db: Executor, sessionId: string): Promise<void> => {
  await db
    .update(authSession)
    .set({ authTime: sql`now() - interval '1 hour'` })
    .where(eq(authSession.id, sessionId))
}

/** A signed-in operator of the installation. */
export const signInOperator = async (world: ReviewWorld) => {
  const { db } = world.deps
  const [account] = await db
    .insert(userAccount)
    .values({ email: `${randomUUID()}@operator.example`, name: 'Operator', isOperator: true })
    .returning()
  if (account === undefined) throw new Error('no account')
  const tokens = await openSession(world.auth, account.id)
  return { ...tokens, userId: account.id }
}

/** Every table's contents in short, of the whole database or of one shop: equal when nothing changed. */
export const fingerprintTables = async (db: Executor, shopId?: string): Promise<Record<string, string>> => {
  const tables = await db.execute<{ name: string; has_shop: boolean }>(sql`
    select t.table_name as name, exists (select from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'shop_id') as has_shop
    from information_schema.tables t where t.table_schema = 'public' order by 1`)
  const prints: Record<string, string> = {}
  for (const { name, has_shop: hasShop } of tables) {
    if (shopId !== undefined && !hasShop) continue
    const [row] = await db.execute<{ print: string }>(sql`
      select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as print
      from ${sql.identifier(name)} r ${shopId === undefined ? sql`` : sql`where shop_id = ${shopId}`}`)
    prints[name] = row?.print ?? ''
  }
  return prints
}
