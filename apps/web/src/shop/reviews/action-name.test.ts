import { expect, test } from 'vitest'
import { actionName } from './action-name.ts'

test('an undone decision says which state holds again, where that is known', () => {
  expect(actionName('review.undo', 'pending')).toBe('Decision undone: pending again')
  expect(actionName('review.undo')).toBe('Decision undone')
  expect(actionName('review.reject', 'rejected')).toBe('Rejected')
})

test('an action without a text keeps its code', () => {
  expect(actionName('member.remove')).toBe('member.remove')
})
