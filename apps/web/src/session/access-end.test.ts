import { expect, test } from 'vitest'
import { noteAccessEnd, readAccessEnd } from './access-end.ts'

const createStore = (first: string | null = null) => {
  let value = first
  return { getItem: () => value, setItem: (_key: string, next: string) => void (value = next) }
}
const refusing = {
  getItem: () => {
    throw new Error('refused')
  },
  setItem: () => {
    throw new Error('refused')
  },
}

test('the latest end that any page or renewal brought is kept', () => {
  const store = createStore()
  expect(readAccessEnd(store)).toBeNull()
  noteAccessEnd(store, 1_790_000_000)
  noteAccessEnd(store, 1_780_000_000)
  expect(readAccessEnd(store)).toBe(1_790_000_000)
})

test('what is no time and a browser that keeps nothing count as unknown', () => {
  for (const text of ['', 'soon', '12.5', '-1', '1e9']) expect(readAccessEnd(createStore(text)), text).toBeNull()
  for (const store of [null, refusing]) {
    noteAccessEnd(store, 1_790_000_000)
    expect(readAccessEnd(store)).toBeNull()
  }
})
