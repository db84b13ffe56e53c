import { expect, test } from 'vitest'
import { rowAfterLeaving, rowBeside } from './neighbours.ts'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

test('moving stops at both ends', () => {
  expect(rowBeside(rows, 'a', 1)?.id).toBe('b')
  expect(rowBeside(rows, 'c', 1)?.id).toBe('c')
  expect(rowBeside(rows, 'a', -1)?.id).toBe('a')
  expect(rowBeside(rows, null, 1)?.id).toBe('a')
  expect(rowBeside([], 'a', 1)).toBeNull()
})

test('acting on one opens the next; on the last one, the one before', () => {
  expect(rowAfterLeaving(rows, 'a')?.id).toBe('b')
  expect(rowAfterLeaving(rows, 'c')?.id).toBe('b')
  expect(rowAfterLeaving([{ id: 'a' }], 'a')).toBeNull()
})
