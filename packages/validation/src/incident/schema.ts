import { z } from 'zod'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'
import { mostSearchLength } from '../primitives/list-rules.ts'
import { cursorSchema, pageSizeSchema } from '../primitives/pagination.ts'
import { textSchema } from '../primitives/text.ts'
import { hitOutcomes, incidentStates, shownOutcomes, verdicts } from './rules.ts'

const count = z.int().min(0)

/** One line of the list of incidents. */
export const incidentRowSchema = z.object({
  id: outputId('incident'),
  title: z.string(),
  /** The sentence an engineer would write: where, when, what, how many, what became of them. */
  sentence: z.string(),
  verdict: z.enum(verdicts),
  state: z.enum(incidentStates),
  procedure: z.string(),
  firstAt: outputTime,
  lastAt: outputTime,
  attemptCount: count,
  /** Customers whose calls failed. A visitor whom no link names is none, nor is a mail scanner on a customer's link. */
  peopleCount: count,
  /** What arrived in the end, in the unit of `outcomeUnitOf`; `gaveUpCount` too. */
  recoveredCount: count,
  gaveUpCount: count,
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type IncidentSummary = z.input<typeof incidentRowSchema>

/** One side's marks of an attempt, in milliseconds after `startedAt`; null where nothing was seen. */
const marks = z.object({
  client: z
    .object({
      durationMs: z.number(),
      errorName: z.string(),
      errorMessage: z.string(),
      isOnline: z.boolean(),
      wasHidden: z.boolean(),
      wasLeaving: z.boolean(),
    })
    .nullable(),
  server: z
    .object({
      receivedMs: z.number(),
      committedMs: z.number().nullable(),
      finishedMs: z.number().nullable(),
      closedMs: z.number().nullable(),
      httpStatus: z.int().nullable(),
      code: z.string().nullable(),
    })
    .nullable(),
})

/** What both sides saw of an attempt, as it is kept. */
export type AttemptMarks = Readonly<z.output<typeof marks>>

/** One failed attempt, with what the shop knows of it. */
export const incidentAttemptSchema = marks.extend({
  /** Made of a hash for an error of a page, and then no UUID by its version. */
  attemptId: z.guid(),
  startedAt: outputTime,
  verdict: z.enum(verdicts),
  /** What the verdict rests on, in words. */
  evidence: z.array(z.string()),
  outcome: z.enum(shownOutcomes),
  incident: z.object({ id: outputId('incident'), title: z.string() }),
  shop: z.object({ id: outputId('shop'), name: z.string() }).nullable(),
  orderName: z.string().nullable(),
  orderId: outputId('order').nullable(),
  lineItemId: outputId('lineItem').nullable(),
  productId: outputId('product').nullable(),
  productPlatformId: z.string().nullable(),
  productTitle: z.string().nullable(),
  customerId: outputId('customer').nullable(),
  customerName: z.string().nullable(),
  browser: z.string().nullable(),
  place: z.string().nullable(),
  release: z.string().nullable(),
  requestId: z.string().nullable(),
})

/** One minute of the plot. Latencies in milliseconds, null where nothing was measured. */
const plotPointSchema = z.object({
  at: outputTime,
  browserP50Ms: z.number().nullable(),
  browserP95Ms: z.number().nullable(),
  serverP50Ms: z.number().nullable(),
  serverP95Ms: z.number().nullable(),
  calls: count,
  failures: count,
})

export const incidentDetailSchema = incidentRowSchema.extend({
  /** "1 shop, 1 order, 3 of 3 line items" as figures. */
  scope: z.object({
    shops: count,
    orders: count,
    lineItems: count,
    lineItemsOfOrders: count,
    browsers: z.array(z.object({ name: z.string(), count })),
    places: z.array(z.object({ name: z.string(), count })),
    releases: z.array(z.object({ name: z.string(), count })),
  }),
  /** Whom it hit: a row per line item. */
  hits: z.array(
    z.object({
      shop: z.object({ id: outputId('shop'), name: z.string() }),
      orderId: outputId('order'),
      orderName: z.string().nullable(),
      lineItemId: outputId('lineItem').nullable(),
      productTitle: z.string().nullable(),
      productPlatformId: z.string().nullable(),
      customerId: outputId('customer').nullable(),
      customerName: z.string().nullable(),
      attemptCount: count,
      outcome: z.enum(hitOutcomes),
    }),
  ),
  plot: z.object({
    points: z.array(plotPointSchema),
    /** The same minutes a week before. */
    weekBefore: z.array(plotPointSchema),
    releases: z.array(z.object({ at: outputTime, name: z.string() })),
    scheduledWork: z.array(z.object({ from: outputTime, until: outputTime.nullable(), name: z.string() })),
  }),
  attempts: z.array(incidentAttemptSchema),
  /** How many attempts there are beyond those listed. */
  moreAttempts: count,
})

export const incidentIdSchema = z.object({ incidentId: idSchema('incident') })
/** What the logs of calls and reports did not keep on a day in UTC because it was too much. */
export const logUsageSchema = z.object({
  day: z.iso.date(),
  /** Calls and browsers' reports that came after a quota was used up: counted, not kept. */
  refusedRows: count,
  /** Networks they came from. */
  networkCount: count,
})
export type LogUsage = z.input<typeof logUsageSchema>

export const listIncidentsSchema = z.object({
  state: z.enum(incidentStates).optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})
export type ListIncidents = z.output<typeof listIncidentsSchema>

/** Which attempts to find; all conditions hold together. */
export const findAttemptsSchema = z.object({
  shopId: idSchema('shop').optional(),
  orderId: idSchema('order').optional(),
  lineItemId: idSchema('lineItem').optional(),
  customerId: idSchema('customer').optional(),
  /** An attempt's, submission's, request's or review's id, an order's name, a customer's name or e-mail address. */
  search: textSchema().max(mostSearchLength).optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})
export type FindAttempts = z.output<typeof findAttemptsSchema>

export const resendLinkSchema = z.object({ reviewRequestId: idSchema('reviewRequest') })

/** What a shop sees of its own deliveries within a number of days. */
export const deliveryOverviewSchema = z.object({
  days: z.int(),
  requestsSent: count,
  /** Of the requests sent: a person opened the link or wrote a review. */
  openedByPeople: count,
  /** Of the requests sent: only mail security programs opened the link. */
  openedByScanners: count,
  /** Of the requests sent: their order has a review. */
  requestsReviewed: count,
  recoveredByRetry: count,
  /** Requests whose customer gave up; `gaveUp` lists the latest of them. */
  gaveUpCount: count,
  gaveUp: z.array(
    z.object({
      reviewRequestId: outputId('reviewRequest'),
      orderName: z.string().nullable(),
      customerName: z.string(),
      lastTriedAt: outputTime,
      /** When they were sent a fresh link because of it. */
      freshLinkSentAt: outputTime.nullable(),
    }),
  ),
})
