import { uuidText } from '@afterword/validation/primitives/uuid-text'
import { presences, reportLimits, settledOutcomes } from '@afterword/validation/incident/rules'
import { decodeId } from '@afterword/validation/primitives/ids'
import { parseJson } from '@afterword/validation/primitives/json'
import { createHash } from 'node:crypto'
import { z } from 'zod'

const text = z
  .string()
  .min(1)
  .max(reportLimits.textLength)
  .refine((value) => !value.includes('\0'), 'holds a null byte')
const time = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const ms = z.number().min(0).max(reportLimits.durationMs)
const status = z.int().min(100).max(599)
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null)

/** Whom a call concerned, by the names the shop's people know; what is not known here stays empty. */
const names = {
  /** Access code or domain of the shop. */
  shop: optional(text),
  /** The order's name, e.g. `#1042`. */
  order: optional(text),
  /** The platform's id of the product that was reviewed. Ids beyond 2^53 may be bare digits. */
  product: optional(z.union([text, z.int().transform(String)])),
  /** The item by its own id (`lin_…`), where it is known. */
  lineItem: optional(
    z.string().transform((id, context) => {
      const uuid = decodeId('lineItem', id)
      if (uuid === null) context.addIssue({ code: 'custom', message: 'is no id of a line item' })
      return uuid
    }),
  ),
}
const common = {
  ...names,
  procedure: text,
  submissionId: optional(z.uuid()),
  release: optional(text),
  browser: optional(text),
  place: optional(text),
}

/** What the server saw of one try. */
const attemptLine = z.strictObject({
  type: z.literal('attempt'),
  attemptId: z.uuid(),
  requestId: optional(text),
  receivedAt: time,
  committedAt: optional(time),
  finishedAt: optional(time),
  closedAt: optional(time),
  httpStatus: optional(status),
  code: optional(text),
  ...common,
})

/** What a browser saw of one try that failed (`kind: attempt`), or an error of a page (`kind: error`). */
const reportLine = z.strictObject({
  type: z.literal('report'),
  kind: z.enum(['attempt', 'error']).default('attempt'),
  /** May be left out of an error, which belongs to no try. */
  attemptId: z.uuid().optional(),
  startedAt: time,
  durationMs: ms.default(0),
  reportedAt: time.optional(),
  errorName: text.default('Error'),
  errorMessage: text,
  stack: optional(z.string().max(reportLimits.stackLength)),
  httpStatus: optional(status),
  isOnline: z.boolean().default(true),
  wasHidden: z.boolean().default(false),
  wasLeaving: z.boolean().default(false),
  requestStarted: optional(z.boolean()),
  presence: z.enum(presences).nullish(),
  originAnswered: optional(z.boolean()),
  addressAnswered: optional(z.boolean()),
  isForbidden: z.boolean().default(false),
  ...common,
})

const outcomeLine = z.strictObject({
  type: z.literal('outcome'),
  submissionId: z.uuid(),
  outcome: z.enum(settledOutcomes),
  at: time,
})
const releaseLine = z.strictObject({ type: z.literal('release'), name: text, at: time })
const workLine = z.strictObject({ type: z.literal('work'), name: text, at: time, until: optional(time) })

const lineSchema = z
  .discriminatedUnion('type', [attemptLine, reportLine, outcomeLine, releaseLine, workLine])
  .refine((line) => line.type !== 'report' || line.kind === 'error' || line.attemptId !== undefined, {
    path: ['attemptId'],
    error: 'is missing',
  })

export type ReplayLine = z.output<typeof lineSchema>
export type LineOf<Type extends ReplayLine['type']> = Extract<ReplayLine, { type: Type }>

/** A line that cannot be loaded, by its number and the reason. */
export class ReplayLineError extends Error {
  override readonly name = 'ReplayLineError'
}

/** Reads one line. @throws ReplayLineError */
export const parseReplayLine = (line: string, number: number): ReplayLine => {
  const json = parseJson(line)
  if (json === undefined) throw new ReplayLineError(`Line ${number} is no JSON.`)
  const result = lineSchema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new ReplayLineError(
    `Line ${number}: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'is not understood'}.`,
  )
}

/** When it happened: the start of what it tells of. */
export const timeOf = (line: ReplayLine): Date => {
  if (line.type === 'attempt') return line.receivedAt
  return line.type === 'report' ? line.startedAt : line.at
}

/** An id for an error that brought none: the same for the same line of the same file. */
export const idOfLine = (line: object): string => {
  const hash = createHash('sha256').update(JSON.stringify(line)).digest('hex')
  return uuidText(hash)
}
