import { member, shop, userAccount } from '@afterword/db/schema'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../kernel/context.ts'
import type { Mailer, StaffMail } from '../mail/mailer.ts'
import { buildMessageId } from '../mail/message-id.ts'
import { leavesAt } from './has-left.ts'
import { requireSystem } from '../kernel/access.ts'

interface SendUninstallNotice {
  readonly ctx: ServiceContext
  readonly input: {
    readonly shopId: string
    readonly userId: string
  }
  readonly mailer: Mailer
}

/** `7 December 2026`, in UTC. */
const formatDay = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)

/**
 * Tells an owner that their shop's platform says it removed us, and until when that can be taken back.
 *
 * @returns `nothing_to_send` when it was taken back, or the person is no owner any more.
 * @throws DomainError of the mailer
 */
export const sendUninstallNotice = async ({
  ctx,
  input: { shopId, userId },
  mailer,
}: SendUninstallNotice): Promise<'sent' | 'nothing_to_send'> => {
  requireSystem(ctx)
  const [row] = await ctx.db
    .select({
      shopName: shop.name,
      uninstalledAt: shop.uninstalledAt,
      email: userAccount.email,
      name: userAccount.name,
    })
    .from(shop)
    .innerJoin(member, and(eq(member.shopId, shop.id), eq(member.userId, userId), eq(member.role, 'owner')))
    .innerJoin(userAccount, and(eq(userAccount.id, userId), isNull(userAccount.disabledAt)))
    .where(and(eq(shop.id, shopId), isNotNull(shop.uninstalledAt)))
  if (row === undefined || row.uninstalledAt === null) return 'nothing_to_send'
  const subject = `${encodeId('shop', shopId)}_${userId}_${row.uninstalledAt.getTime()}`
  const mail: StaffMail = {
    kind: 'staff',
    messageId: buildMessageId(`uninstall_${subject}`, ctx.publicUrl),
    to: row.email,
    name: row.name,
    subject: `${row.shopName} was disconnected`,
    preview: `You can reconnect it until ${formatDay(leavesAt(row.uninstalledAt))}.`,
    paragraphs: [
      `${row.shopName} removed Afterword on its platform. We’ve stopped sending review emails to its customers.`,
      `Scheduled review requests are kept until ${formatDay(leavesAt(row.uninstalledAt))}, then cancelled. If this was a mistake, install Afterword again before then: the emails resume with the next order or product update.`,
    ],
    action: { label: 'View shop settings', url: `${ctx.publicUrl}/admin/shop` },
    code: null,
    reason: 'You received this email because you are an owner of this shop.',
  }
  await mailer.send(mail)
  return 'sent'
}
