import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  tryAgainIn: '시도가 너무 많습니다. {wait} 뒤에 다시 시도해 주세요.',
  seconds: { other: '{count}초' },
  minutes: { other: '{count}분' },
  hours: { other: '{count}시간' },
} as const satisfies Translation<typeof en, 'ko'>
