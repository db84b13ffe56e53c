import { z } from 'zod'
import { idSchema } from '../primitives/ids.ts'
import { outputTime } from '../primitives/output.ts'
import { cursorSchema, pageSizeSchema } from '../primitives/pagination.ts'
import { actorKinds, auditActions } from './actions.ts'

const day = z.iso.date()

/** What of a shop's log is asked for. Days are those of UTC, both included. */
export const listAuditSchema = z.object({
  actorKind: z.enum(actorKinds).optional(),
  userId: idSchema('user').optional(),
  action: z.enum(auditActions).optional(),
  from: day.optional(),
  until: day.optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})

/** One act, as the shop's owner reads it. */
export const auditEntrySchema = z.object({
  id: z.uuid(),
  at: outputTime,
  actorKind: z.enum(actorKinds),
  /** Of people who sign in; null for all others, and for an account that is gone. */
  actorName: z.string().nullable(),
  action: z.enum(auditActions),
  /** The outside id of the review that was acted on; null where it was something else. */
  reviewId: z.string().nullable(),
  /** Ids, states and counts. */
  details: z.record(z.string(), z.unknown()).nullable(),
  /** Names the call in the server's log. */
  requestId: z.string().nullable(),
})

export type ListAudit = z.output<typeof listAuditSchema>
export type AuditEntry = z.input<typeof auditEntrySchema>
