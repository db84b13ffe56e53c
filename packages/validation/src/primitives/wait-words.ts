const units = {
  en: { second: ' second', minute: ' minute', hour: ' hour', plural: 's' },
  ko: { second: '초', minute: '분', hour: '시간', plural: '' },
} as const

/** `30 seconds`, `5 minutes`, `2 hours`: never less than it takes. @param seconds  How long, ≥ 0. */
export const describeWait = (seconds: number, language: keyof typeof units): string => {
  const words = units[language]
  const countOf = (count: number, unit: 'second' | 'minute' | 'hour'): string =>
    `${count}${words[unit]}${count === 1 ? '' : words.plural}`
  if (seconds < 60) return countOf(Math.max(1, Math.ceil(seconds)), 'second')
  return seconds < 3600 ? countOf(Math.ceil(seconds / 60), 'minute') : countOf(Math.ceil(seconds / 3600), 'hour')
}
