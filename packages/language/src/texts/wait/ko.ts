import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  seconds: { other: '{count}초' },
  minutes: { other: '{count}분' },
  hours: { other: '{count}시간' },
} as const satisfies Translation<typeof en, 'ko'>
