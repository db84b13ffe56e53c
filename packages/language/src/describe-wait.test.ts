import { expect, test } from 'vitest'
import { describeWait } from './describe-wait.ts'
import { waitTexts } from './texts/wait/texts.ts'

test.each([
  [0, '1 second', '1초'],
  [1, '1 second', '1초'],
  [1.2, '2 seconds', '2초'],
  [59, '59 seconds', '59초'],
  [60, '1 minute', '1분'],
  [61, '2 minutes', '2분'],
  [3_599, '60 minutes', '60분'],
  [3_600, '1 hour', '1시간'],
  [3_601, '2 hours', '2시간'],
])('a wait of %s seconds is called %s and %s: never less than it takes', (seconds, en, ko) => {
  expect(describeWait(seconds, waitTexts.en)).toBe(en)
  expect(describeWait(seconds, waitTexts.ko)).toBe(ko)
})
