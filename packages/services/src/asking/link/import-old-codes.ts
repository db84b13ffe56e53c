import { hashOldLinkCode } from '@afterword/auth/review-link'
import { customer, oldLinkCode, shop } from '@afterword/db/schema'
import { parseEmail } from '@afterword/validation/primitives/email'
import { and, eq, or, sql } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ConsoleContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeOperatorAudit } from '../../kernel/operator-audit.ts'

type Deps = Pick<ConsoleContext, 'db' | 'keyring'>

/** One line of the file: an old code, its shop's access code or platform domain, its customer's address. */
export type OldCodeRow = Readonly<Record<string, string | undefined>>

export interface ImportedOldCodes {
  readonly loaded: number
  /** Lines that were left out, by their number in the file (the header is line 1). */
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
}

const createShopFinder = (db: Deps['db']) => {
  const known = new Map<string, string | null>()
  return async (name: string): Promise<string | null> => {
    const before = known.get(name)
    if (before !== undefined) return before
    const [row] = await db
      .select({ id: shop.id })
      .from(shop)
      .where(or(eq(shop.accessCode, name), eq(shop.domain, name)))
    known.set(name, row?.id ?? null)
    return row?.id ?? null
  }
}

/** Why the line cannot be loaded, or null when it was. */
const loadRow = async (
  { db, keyring }: Deps,
  row: OldCodeRow,
  { until, findShop }: { until: Date; findShop: (name: string) => Promise<string | null> },
): Promise<string | null> => {
  const codeHash = hashOldLinkCode(keyring, row['code'] ?? '')
  if (codeHash === null) return 'The code is not eight hexadecimal digits.'
  const shopId = await findShop(row['shop'] ?? '')
  if (shopId === null) return 'There is no shop with this access code or domain.'
  const email = parseEmail(row['email'] ?? '')
  if (email === null) return 'That is not an email address.'
  const [owner] = await db
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.shopId, shopId), eq(customer.email, email)))
  if (owner === undefined) return 'The shop has no customer with this address.'
  await db
    .insert(oldLinkCode)
    .values({ shopId, codeHash, customerId: owner.id, expiresAt: until })
    .onConflictDoUpdate({
      target: [oldLinkCode.shopId, oldLinkCode.codeHash, oldLinkCode.customerId],
      set: { expiresAt: sql`excluded.expires_at` },
    })
  return null
}

const loadRows = async (
  deps: Deps,
  { rows, until }: { readonly rows: AsyncIterable<OldCodeRow>; readonly until: Date },
): Promise<ImportedOldCodes> => {
  const findShop = createShopFinder(deps.db)
  const refused: { line: number; reason: string }[] = []
  let line = 1
  let loaded = 0
  for await (const row of rows) {
    line += 1
    const reason = await loadRow(deps, row, { until, findShop })
    if (reason === null) loaded += 1
    else refused.push({ line, reason })
  }
  return { loaded, refused }
}

/**
 * Loads the link codes of the system before this one, so that their holders can ask for a fresh link: all lines that
 * can be loaded, or none when it fails on the way. The same file twice changes nothing but the date.
 *
 * @param input.rows   In the file's order; columns `code`, `shop` and `email`.
 * @param input.until  When the codes stop working.
 * @throws DomainError `permission.denied`
 */
export const importOldCodes = async ({
  ctx,
  input,
}: {
  readonly ctx: ConsoleContext
  readonly input: { readonly rows: AsyncIterable<OldCodeRow>; readonly until: Date }
}): Promise<ImportedOldCodes> => {
  requireSystem(ctx)
  return await inTransaction(ctx, async (tx, joined) => {
    const imported = await loadRows(joined, input)
    const details = { loaded: imported.loaded, refused: imported.refused.length, until: input.until }
    await writeOperatorAudit(tx, ctx, { action: 'old_link_code.import', details })
    return imported
  })
}
