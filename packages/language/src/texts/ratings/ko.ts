import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  1: '별로예요',
  2: '아쉬워요',
  3: '보통이에요',
  4: '좋아요',
  5: '아주 좋아요',
} as const satisfies Translation<typeof en, 'ko'>
