import { expect, test } from 'vitest'
import type { Draft } from './draft-storage.ts'
import { restoreDraft, type ServerDraft } from './restore-draft.ts'

const now = 1_000_000
const local = (change: Partial<Draft> = {}): Draft => ({
  rating: 4,
  title: '',
  body: 'Here',
  authorName: 'Mina',
  submissionId: '4f5c1f6e-58c5-4d6a-9d0c-5a7bd2a2f001',
  isSending: false,
  editedAt: now - 60_000,
  baseVersion: 1,
  ...change,
})
const server = (change: Partial<ServerDraft> = {}): ServerDraft => ({
  rating: 4,
  title: '',
  body: 'There',
  authorName: 'Mina',
  version: 2,
  ageMs: 10_000,
  ...change,
})

test('what only one side has comes back', () => {
  expect(restoreDraft(null, null, now)).toBeNull()
  expect(restoreDraft(local(), null, now)).toEqual({ source: 'device', other: null })
  expect(restoreDraft(null, server(), now)).toEqual({ source: 'server', other: null })
})

test('words the server has not got yet win over the version they were typed on, however old', () => {
  expect(restoreDraft(local({ baseVersion: 2, editedAt: 0 }), server(), now)).toEqual({ source: 'device', other: null })
})

test('words whose sending began come back whatever another device typed since', () => {
  expect(restoreDraft(local({ isSending: true }), server(), now)).toEqual({ source: 'device', other: null })
})

test('of two edits the newer one wins, and the other one can be had back', () => {
  expect(restoreDraft(local(), server(), now)).toEqual({ source: 'server', other: local() })
  expect(restoreDraft(local({ editedAt: now - 5_000 }), server(), now)).toEqual({ source: 'device', other: server() })
})

test('the same words are no conflict, and nothing is offered back that holds nothing', () => {
  expect(restoreDraft(local({ body: 'There' }), server(), now)).toEqual({ source: 'device', other: null })
  const blank = local({ body: '', rating: null })
  expect(restoreDraft(blank, server(), now)).toEqual({ source: 'server', other: null })
})
