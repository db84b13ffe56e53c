import type { Transaction } from '@afterword/db/connection/client'
import { operatorAuditLog } from '@afterword/db/schema'
import type { OperatorAction } from '@afterword/validation/audit/actions'
import type { ServiceContext } from './context.ts'
import { afterCommit } from './in-transaction.ts'
import { recordBeside } from './record-beside.ts'

interface OperatorAct {
  readonly action: OperatorAction
  /** An incident's or a person's id, a key's name, a version. */
  readonly subject?: string
  /** Ids, states and counts; no personal data and no secret. */
  readonly details?: Readonly<Record<string, unknown>>
}

type Actor = Pick<ServiceContext, 'principal' | 'requestId'>

const toRow = ({ principal, requestId }: Actor, act: OperatorAct): typeof operatorAuditLog.$inferInsert => {
  if (principal.kind === 'operator') return { ...act, requestId, actorKind: 'operator', actorId: principal.userId }
  if (principal.kind === 'system') return { ...act, requestId, actorKind: 'system' }
  throw new Error(`${act.action} was done by neither an operator nor the console`)
}

/**
 * Records what an operator or the console did to the installation, in the transaction that does it. What they do to
 * one shop is recorded in that shop's log (`writeAudit`).
 *
 * @see docs/decisions/050-acts-guarded-recorded-joined.md
 */
export const writeOperatorAudit = async (tx: Transaction, ctx: Actor, act: OperatorAct): Promise<void> => {
  await tx.insert(operatorAuditLog).values(toRow(ctx, act))
}

/**
 * The same for an act that ends something, such as a key: it is done even when it cannot be recorded
 * (docs/decisions/039-ending-needs-no-record.md).
 */
export const writeOperatorAuditBeside = async (
  tx: Transaction,
  ctx: Actor & Pick<ServiceContext, 'db' | 'within' | 'onLostRecord'>,
  act: OperatorAct,
): Promise<void> => {
  const row = toRow(ctx, act)
  await recordBeside(
    tx,
    async (inner) => await writeOperatorAudit(inner, ctx, act),
    (error) => afterCommit(ctx, () => ctx.onLostRecord?.(row, error)),
  )
}
