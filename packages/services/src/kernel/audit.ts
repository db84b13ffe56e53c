import type { Transaction } from '@afterword/db/connection/client'
import { auditLog } from '@afterword/db/schema'
import type { AuditAction } from '@afterword/validation/audit/actions'
import { recordBeside } from './record-beside.ts'
import type { ServiceContext } from './context.ts'
import { afterCommit } from './in-transaction.ts'

interface AuditEntry {
  readonly shopId: string
  readonly action: AuditAction
  readonly subjectId?: string
  /** Ids, states and counts; no personal data. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Of somebody with an account the log keeps who they are, not what they may. */
type Actor = {
  readonly principal:
    | Exclude<ServiceContext['principal'], { kind: 'member' | 'operator' }>
    | { readonly kind: 'member' | 'operator'; readonly userId: string }
  readonly requestId: string | null
}

const actorOf = ({
  principal,
}: Actor): {
  actorKind: typeof auditLog.$inferInsert.actorKind
  actorId: string | null
} => {
  switch (principal.kind) {
    case 'member':
    case 'operator':
      return { actorKind: principal.kind, actorId: principal.userId }
    case 'customer':
      return { actorKind: 'customer', actorId: principal.reviewRequestId }
    case 'platform':
      return { actorKind: 'platform', actorId: null }
    case 'anonymous':
    case 'system':
      return { actorKind: 'system', actorId: null }
  }
}

/** Records an act in the transaction that does it, so that neither is there without the other. */
export const writeAudit = async (tx: Transaction, ctx: Actor, entry: AuditEntry): Promise<void> => {
  await tx.insert(auditLog).values({
    shopId: entry.shopId,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    details: entry.details ?? null,
    requestId: ctx.requestId,
    ...actorOf(ctx),
  })
}

/**
 * The same for an act that only takes something away, such as a member's place or an invitation: it is done even when
 * it cannot be recorded, for what is to be stopped must not go on because a log is full
 * (docs/decisions/039-ending-needs-no-record.md).
 */
export const writeAuditBeside = async (
  tx: Transaction,
  ctx: Actor & Pick<ServiceContext, 'db' | 'within' | 'onLostRecord'>,
  entry: AuditEntry,
): Promise<void> => {
  const { requestId } = ctx
  const record = { ...entry, ...actorOf(ctx), requestId }
  await recordBeside(
    tx,
    async (inner) => await writeAudit(inner, ctx, entry),
    (error) => afterCommit(ctx, () => ctx.onLostRecord?.(record, error)),
  )
}
