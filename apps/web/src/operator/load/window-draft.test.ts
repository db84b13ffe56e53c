import { defaultScheduleWindow } from '@afterword/validation/operations/schedule'
import { expect, test } from 'vitest'
import { isSameWindow, readKeptDraft, readWindowDraft, toWindowDraft } from './window-draft.ts'

const draft = { start: '22:30', length: '90', timeZone: 'Europe/Berlin' }

test('a draft becomes a window, and a window survives the form', () => {
  expect(readWindowDraft(draft)).toEqual({
    window: { startMinute: 1_350, lengthMinutes: 90, timeZone: 'Europe/Berlin' },
  })
  expect(readWindowDraft(toWindowDraft(defaultScheduleWindow))).toEqual({ window: defaultScheduleWindow })
})

test('what is wrong is told at its field', () => {
  expect(readWindowDraft({ start: '', length: '29', timeZone: 'Mars/Olympus' })).toEqual({
    errors: { start: expect.any(String), length: expect.any(String), timeZone: expect.any(String) },
  })
  for (const length of ['', '1441', '1e3', '-60', '60.5', 'an hour']) {
    expect(readWindowDraft({ ...draft, length })).toEqual({ errors: { length: expect.any(String) } })
  }
})

test('a kept draft is read back; anything else in its place is none', () => {
  const kept = { draft, baseVersion: 2 }
  expect(readKeptDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  for (const other of [null, 'text', { draft }, { baseVersion: 2, draft: { start: 1 } }]) {
    expect(readKeptDraft(other)).toBeNull()
  }
})

test('a draft is the same as a window only when it stands for exactly that', () => {
  const window = { startMinute: 1_350, lengthMinutes: 90, timeZone: 'Europe/Berlin' }
  expect(isSameWindow(draft, window)).toBe(true)
  for (const change of [{ start: '22:31' }, { length: '91' }, { length: '9' }, { timeZone: 'UTC' }])
    expect(isSameWindow({ ...draft, ...change }, window)).toBe(false)
})
