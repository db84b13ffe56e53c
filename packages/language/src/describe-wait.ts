import { formOf, say } from './text.ts'
import type { WaitTexts } from './texts/wait/texts.ts'

/** `30 seconds`, `5 minutes`, `2 hours`: never less than it takes. @param seconds  How long, ≥ 0. */
export const describeWait = (seconds: number, texts: WaitTexts): string => {
  const write = (unit: 'seconds' | 'minutes' | 'hours', count: number): string =>
    say(formOf(texts[unit], count, texts.language), { count })
  if (seconds < 60) return write('seconds', Math.max(1, Math.ceil(seconds)))
  return seconds < 3600 ? write('minutes', Math.ceil(seconds / 60)) : write('hours', Math.ceil(seconds / 3600))
}
