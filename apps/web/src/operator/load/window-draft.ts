import { type ErrorCode, errorCodes } from '@afterword/errors'
import { type ScheduleWindow, scheduleWindowSchema } from '@afterword/validation/operations/schedule'
import { formatClockMinute, parseClock } from '@afterword/validation/operations/rules'
import { z } from 'zod'

const draftSchema = z.object({
  /** As the browser's field for a time of day gives it: `07:30`. */
  start: z.string(),
  /** Minutes, as typed. */
  length: z.string(),
  timeZone: z.string(),
})

/** The window as it stands in the form. */
export type WindowDraft = Readonly<z.infer<typeof draftSchema>>

const keptDraftSchema = z.object({ draft: draftSchema, baseVersion: z.number() })

/** An unsaved draft and the version it began from. */
type KeptDraft = Readonly<z.infer<typeof keptDraftSchema>>

export const readKeptDraft = (stored: unknown): KeptDraft | null => keptDraftSchema.safeParse(stored).data ?? null

export type WindowErrors = Partial<Record<'start' | 'length' | 'timeZone', string>>

export const toWindowDraft = ({ startMinute, lengthMinutes, timeZone }: ScheduleWindow): WindowDraft => ({
  start: formatClockMinute(startMinute),
  length: String(lengthMinutes),
  timeZone,
})

const messageOf = (code: ErrorCode): string => errorCodes[code].message

/** The window a draft stands for, or what is wrong with each field. */
export const readWindowDraft = (
  draft: WindowDraft,
): { readonly window: ScheduleWindow } | { readonly errors: WindowErrors } => {
  const { shape } = scheduleWindowSchema
  const startMinute = parseClock(draft.start)
  const lengthMinutes = /^\d{1,4}$/.test(draft.length.trim()) ? Number(draft.length) : Number.NaN
  const errors: WindowErrors = {
    ...(startMinute === null ? { start: messageOf('schedule.start_invalid') } : {}),
    ...(shape.lengthMinutes.safeParse(lengthMinutes).success ? {} : { length: messageOf('schedule.length_invalid') }),
    ...(shape.timeZone.safeParse(draft.timeZone).success ? {} : { timeZone: messageOf('schedule.time_zone_invalid') }),
  }
  if (startMinute === null || Object.keys(errors).length > 0) return { errors }
  return { window: { startMinute, lengthMinutes, timeZone: draft.timeZone } }
}

/** Whether a draft stands for exactly this window. */
export const isSameWindow = (draft: WindowDraft, window: ScheduleWindow): boolean => {
  const read = readWindowDraft(draft)
  if (!('window' in read)) return false
  const { startMinute, lengthMinutes, timeZone } = read.window
  return startMinute === window.startMinute && lengthMinutes === window.lengthMinutes && timeZone === window.timeZone
}
