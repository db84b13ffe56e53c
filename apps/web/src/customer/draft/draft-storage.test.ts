import { expect, test } from 'vitest'
import { createDraftSlot, type Draft } from './draft-storage.ts'

const draft: Draft = {
  submissionId: '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c3',
  rating: 4,
  title: '',
  body: 'Warmer than I ex',
  authorName: 'Mina K.',
  isSending: false,
  editedAt: 1_700_000_000_000,
  baseVersion: 3,
}

const memory = () => {
  const map = new Map<string, string>()
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

const refusing = {
  getItem: (): string => {
    throw new Error('refused')
  },
  setItem: () => {
    throw new Error('full')
  },
  removeItem: () => {
    throw new Error('refused')
  },
}

test('what was typed comes back after a reload, unfinished words included', () => {
  const store = memory()
  expect(createDraftSlot(store, 'lin_1').write(draft)).toBe(true)
  expect(createDraftSlot(store, 'lin_1').read()).toEqual(draft)
})

test('each item has its own draft, and removing one keeps the others', () => {
  const store = memory()
  createDraftSlot(store, 'lin_1').write(draft)
  createDraftSlot(store, 'lin_2').write({ ...draft, body: 'Other' })
  createDraftSlot(store, 'lin_1').remove()
  expect(createDraftSlot(store, 'lin_1').read()).toBeNull()
  expect(createDraftSlot(store, 'lin_2').read()?.body).toBe('Other')
})

test('a store that refuses or is absent is told, and never throws', () => {
  for (const store of [refusing, null]) {
    const slot = createDraftSlot(store, 'lin_1')
    expect(slot.write(draft)).toBe(false)
    expect(slot.read()).toBeNull()
    expect(() => slot.remove()).not.toThrow()
  }
})

test('what cannot be understood counts as no draft', () => {
  const store = memory()
  const slot = createDraftSlot(store, 'lin_1')
  for (const text of [
    '',
    '{',
    'null',
    '{"version":2}',
    JSON.stringify({ ...draft, version: 1, rating: 9, savedAt: 1 }),
  ]) {
    store.map.set('afterword:draft:lin_1', text)
    expect(slot.read()).toBeNull()
  }
})

test('a draft is forgotten after 90 days', () => {
  const store = memory()
  createDraftSlot(store, 'lin_1', () => 0).write(draft)
  const days = (count: number) => () => count * 24 * 3_600_000
  expect(createDraftSlot(store, 'lin_1', days(90)).read()).toEqual(draft)
  expect(createDraftSlot(store, 'lin_1', days(91)).read()).toBeNull()
})

test('a draft of before the server kept them too is read as one the server does not know', () => {
  const { baseVersion: _baseVersion, editedAt: _editedAt, ...older } = draft
  const store = memory()
  store.setItem('afterword:draft:lin_1', JSON.stringify({ ...older, version: 1, savedAt: Date.now() }))
  expect(createDraftSlot(store, 'lin_1').read()).toMatchObject({ body: draft.body, baseVersion: 0 })
})
