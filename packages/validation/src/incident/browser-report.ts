import { z } from 'zod'
import { textSchema } from '../primitives/text.ts'
import { reportLimits } from './rules.ts'

const word = textSchema().max(60).optional().catch(undefined)
const wholeNumber = z.number().min(0).max(reportLimits.durationMs).transform(Math.round).optional().catch(undefined)

/**
 * One report of a browser (W3C Reporting API, Network Error Logging). What a kind of report says beyond
 * these fields is not kept: it may hold anything.
 */
export const browserReportSchema = z.object({
  type: z.string().regex(/^[\w-]{1,40}$/),
  /** Milliseconds since it happened. */
  age: z.number().min(0).max(604_800_000).catch(0),
  url: textSchema().max(2_000),
  body: z
    .object({
      phase: word,
      /** Of a network error. */
      type: word,
      /** Of a crash. */
      reason: word,
      /** Of an intervention or a deprecation. */
      id: word,
      status_code: wholeNumber,
      elapsed_time: wholeNumber,
    })
    .catch({}),
})
export type BrowserReport = z.infer<typeof browserReportSchema>

export const browserReportsSchema = z.array(browserReportSchema).max(100)
