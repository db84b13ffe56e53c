/** A day, as the locale writes it: `24 November 2026`. Nothing where there is no such day. */
export const formatDay = (at: string, locale: string): string => {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}
