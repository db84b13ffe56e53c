import { describe, expect, test } from 'vitest'
import type { OwnReview } from '#customer/delivery/use-delivery.ts'
import { createDraftSlot, draftKeys } from '#customer/draft/draft-storage.ts'
import { forgetDelivered } from './forget-delivered.ts'
import { offerLeftWords } from './keep-as-change.ts'

const submissionId = 'b7b1cf8e-4f0f-4c5e-9d5f-0a5f5f3f2f11'
const typed = { rating: 4, title: '', body: 'Soft.', authorName: 'Mina K.' }
const review: OwnReview = {
  id: 'rev_1',
  lineItemId: 'item_1',
  ...typed,
  title: null,
  status: 'pending',
  rejectReason: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  editedAt: null,
  reply: null,
}

const newStore = (): Storage => {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}
const keep = (key: 'first' | 'edit', changes: { isSending?: boolean; body?: string; authorName?: string } = {}) => {
  const store = newStore()
  const slot = createDraftSlot(store, draftKeys('item_1')[key])
  slot.write({ ...typed, submissionId, isSending: false, editedAt: 1, baseVersion: 0, ...changes })
  return { store, slot }
}
const items = [{ lineItemId: 'item_1', review }]

test.each([
  ['a review that was on its way', 'first', { isSending: true }],
  ['a review that stands as it was typed', 'first', {}],
  ['a review whose text was trimmed and whose name was filled in', 'first', { body: ' Soft.\n', authorName: '' }],
  ['a change that stands as it was typed', 'edit', { isSending: true }],
] as const)('the draft of %s is forgotten, and its submission is settled', (_name, key, changes) => {
  const { store, slot } = keep(key, changes)
  expect(forgetDelivered(store, items)).toEqual([submissionId])
  expect(slot.read()).toBeNull()
})

test.each([
  ['words that were never sent', 'first', { body: 'Other words.' }],
  ['a change that did not arrive', 'edit', { body: 'Other words.', isSending: true }],
] as const)('%s stay', (_name, key, changes) => {
  const { store, slot } = keep(key, changes)
  expect(forgetDelivered(store, items)).toEqual([])
  expect(slot.read()).not.toBeNull()
})

test('the draft of an item without a review stays', () => {
  const { store, slot } = keep('first', { isSending: true })
  expect(forgetDelivered(store, [{ lineItemId: 'item_1', review: null }])).toEqual([])
  expect(slot.read()).not.toBeNull()
})

const other = { body: 'Other words.' }

test('a first review that met another one on its way has ended, and its words stay', () => {
  const { store, slot } = keep('first', { ...other, isSending: true })
  expect(forgetDelivered(store, items)).toEqual([submissionId])
  expect(slot.read()).toMatchObject(other)
})

test('a first review that was on its way and was changed since is forgotten', () => {
  const { store, slot } = keep('first', { ...other, isSending: true })
  const changed = { ...review, editedAt: '2026-11-02T00:00:00.000Z' }
  expect(forgetDelivered(store, [{ lineItemId: 'item_1', review: changed }])).toEqual([submissionId])
  expect(slot.read()).toBeNull()
})

describe('words for a first review that another tab left beside a review', () => {
  test('become a change to it', () => {
    const { store, slot } = keep('first', other)
    expect(offerLeftWords(store, { lineItemId: 'item_1', review })).toBe(true)
    expect(slot.read()).toBeNull()
    expect(createDraftSlot(store, draftKeys('item_1').edit).read()).toMatchObject({ ...other, isSending: false })
    expect(offerLeftWords(store, { lineItemId: 'item_1', review })).toBe(false)
  })

  test('wait while a change is being written', () => {
    const { store, slot } = keep('first', other)
    const edit = createDraftSlot(store, draftKeys('item_1').edit)
    edit.write({ ...typed, submissionId, isSending: false, editedAt: 1, baseVersion: 0, body: 'A change.' })
    expect(offerLeftWords(store, { lineItemId: 'item_1', review })).toBe(false)
    expect([slot.read()?.body, edit.read()?.body]).toEqual(['Other words.', 'A change.'])
  })

  test('are a draft like any other while there is no review, and a star alone is no words', () => {
    expect(offerLeftWords(keep('first', other).store, { lineItemId: 'item_1', review: null })).toBe(false)
    expect(offerLeftWords(keep('first', { body: '' }).store, { lineItemId: 'item_1', review })).toBe(false)
  })
})
