export const minutesPerDay = 24 * 60

/** Minutes that a window of daily work may last. */
export const windowLength = { least: 30, most: minutesPerDay } as const

/** Whether this program knows the IANA time zone. Offsets such as `+01:00` have no clock changes and are none. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A time on a clock of 24 hours, `07:30`, as minutes after midnight; null when it is none. */
export const parseClock = (text: string): number | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** Minutes after midnight as `07:30`. */
export const formatClockMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
