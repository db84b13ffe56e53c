import { z } from 'zod'
import { textSchema } from '../primitives/text.ts'
import { presences, reportLimits, settledOutcomes } from './rules.ts'

const ms = z.number().min(0).max(reportLimits.durationMs)
const short = textSchema().max(reportLimits.textLength)

/** What a version of ours is called, in every process and every report. */
export const releaseSchema = z
  .string()
  .regex(
    /^[\w.+-]{1,60}$/,
    'AFTERWORD_RELEASE must be at most 60 letters, digits, dots, hyphens, plus signs or underscores.',
  )
/** A report that names no version of ours is kept without one. */
const knownRelease = releaseSchema.nullable().catch(null)

/** What a browser saw of one call that failed. Holds no text of the visitor and no link code. */
export const clientAttemptSchema = z.object({
  kind: z.literal('attempt'),
  attemptId: z.uuid(),
  /** The same for all tries to send one review; null for other calls. */
  submissionId: z.uuid().nullable(),
  procedure: z.string().regex(/^[\w.]{1,100}$/),
  /** Outside id of the item it was about. */
  lineItemId: textSchema().max(40).nullable(),
  /** How long ago it began, by the browser's monotonic clock when it reports. */
  startedMsAgo: ms,
  durationMs: ms,
  errorName: short,
  errorMessage: short,
  /** Status of an answer that arrived and was no good; null when none arrived. */
  httpStatus: z.int().min(100).max(599).nullable(),
  isOnline: z.boolean(),
  wasHidden: z.boolean(),
  /** Whether the page ended with it. */
  wasLeaving: z.boolean(),
  /** Resource Timing: whether the request left the browser; null when it says nothing. */
  requestStarted: z.boolean().nullable(),
  /** Null where the page ended before it could tell. Pages of earlier releases do not know this nor what follows. */
  presence: z.enum(presences).nullable().default(null),
  /** Whether another address of ours was answered right after the failure; null when it was not asked. */
  originAnswered: z.boolean().nullable().default(null),
  /** Whether this address was answered then, by anything. */
  addressAnswered: z.boolean().nullable().default(null),
  /** Whether the page's own content policy forbade the call. */
  isForbidden: z.boolean().default(false),
  release: knownRelease,
})

/** How the visitor's work with one submission ended. */
export const clientOutcomeSchema = z.object({
  kind: z.literal('outcome'),
  submissionId: z.uuid(),
  outcome: z.enum(settledOutcomes),
})

/** An error of the page that nobody caught. */
export const clientErrorSchema = z.object({
  kind: z.literal('error'),
  message: short,
  stack: textSchema().max(reportLimits.stackLength).nullable(),
  path: textSchema().max(200),
  release: knownRelease,
})

/** Body of `POST /api/reports`: what a page kept while it could not speak, and what it saw since. */
export const clientReportsSchema = z.object({
  reports: z
    .array(z.discriminatedUnion('kind', [clientAttemptSchema, clientOutcomeSchema, clientErrorSchema]))
    .max(reportLimits.perCall),
})

export type ClientAttempt = z.infer<typeof clientAttemptSchema>
export type ClientReport = z.infer<typeof clientReportsSchema>['reports'][number]
