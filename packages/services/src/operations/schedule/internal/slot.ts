import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { createHash } from 'node:crypto'
import { zonedInstant } from './zoned-time.ts'

const minuteMs = 60_000

/** 48 bits: more than any window has microseconds, and exact in a number. */
const shareBytes = 6

/**
 * Where in the window a shop's slot lies, as a share of its length: the beginning of the SHA-256 of the
 * shop's id. The same in every process and for ever, even over windows, spread evenly over shops.
 *
 * @returns From 0 to below 1.
 */
export const slotShare = (shopId: string): number => {
  const hash = createHash('sha256').update(shopId).digest()
  return hash.readUIntBE(0, shareBytes) / 2 ** (shareBytes * 8)
}

/** When the window of a day opens. The window of a day may close on the next. */
export const openingOf = (window: ScheduleWindow, day: string): Date =>
  zonedInstant(day, window.startMinute, window.timeZone)

/**
 * When in a window of so many minutes the slot with this share comes. Always before the window closes.
 *
 * @param opening  When the window opens: worked out once for all shops.
 */
export const slotAfter = (opening: Date, lengthMinutes: number, share: number): Date =>
  new Date(opening.getTime() + Math.floor(share * lengthMinutes * minuteMs))
