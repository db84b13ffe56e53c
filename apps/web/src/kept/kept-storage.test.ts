import { expect, test } from 'vitest'
import { createKeptStorage } from './kept-storage.ts'

const createStore = (): Storage => {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}

const open = () => {
  const store = createStore()
  return { store, kept: createKeptStorage(() => store) }
}

test('what was typed is there again, until it is forgotten', () => {
  const { kept } = open()
  kept.write('ada shop_1', 'reply.1', 'Thank you')
  expect(kept.read('ada shop_1', 'reply.1')).toBe('Thank you')
  expect(kept.list('ada shop_1', 'reply.')).toEqual(['1'])
  kept.write('ada shop_1', 'reply.1', null)
  expect(kept.read('ada shop_1', 'reply.1')).toBeNull()
  expect(kept.list('ada shop_1', 'reply.')).toEqual([])
})

test('a person is never shown what another person typed', () => {
  const { kept } = open()
  kept.write('ada shop_1', 'reply.1', 'Thank you')
  kept.write('ben shop_1', 'reply.2', 'Sorry')
  expect(kept.read('ben shop_1', 'reply.1')).toBeNull()
  kept.forgetOthers('ben')
  expect(kept.read('ada shop_1', 'reply.1')).toBeNull()
  expect(kept.read('ben shop_1', 'reply.2')).toBe('Sorry')
})

test('what was typed for one shop is kept apart from another, and stays when the person goes on to that', () => {
  const { kept } = open()
  kept.write('ada shop_1', 'widget', { pageSize: '5' })
  kept.forgetOthers('ada')
  expect(kept.read('ada shop_2', 'widget')).toBeNull()
  expect(kept.read('ada shop_1', 'widget')).toEqual({ pageSize: '5' })
})

test('signing out forgets everything that was kept, and nothing else', () => {
  const { store, kept } = open()
  store.setItem('another', 'x')
  kept.write('ada shop_1', 'reply.1', 'Thank you')
  kept.write('ada shop_1', 'reply.2', 'Sorry')
  kept.forgetAll()
  expect(store.length).toBe(1)
})

test('a full, forbidden or broken storage keeps nothing and breaks nothing', () => {
  const kept = createKeptStorage(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  kept.write('ada shop_1', 'reply.1', 'x')
  kept.forgetAll()
  kept.forgetOthers('ada')
  expect(kept.read('ada shop_1', 'reply.1')).toBeNull()
  expect(kept.list('ada shop_1', '')).toEqual([])
  const { store, kept: broken } = open()
  store.setItem('afterword.kept.ada shop_1.reply.1', '{oops')
  expect(broken.read('ada shop_1', 'reply.1')).toBeNull()
})
