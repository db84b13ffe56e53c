import { expect, test } from 'vitest'
import {
  isSameDraft,
  isZeroAmount,
  readDraft,
  readKeptDraft,
  readPreview,
  type SettingsDraft,
  toDraft,
} from './settings-draft.ts'

const draft: SettingsDraft = { accentColor: '#17594A', pageSize: '5', priceMode: 'fixed', compareAt: '120.00' }

test('a draft becomes settings with the amount in minor units', () => {
  expect(readDraft(draft, 'USD')).toEqual({
    settings: {
      schemaVersion: 1,
      accentColor: '#17594a',
      pageSize: 5,
      priceLine: { mode: 'fixed', compareAtMinor: 12_000 },
    },
  })
})

test('0 in every spelling is accepted and worth a friendly word', () => {
  for (const compareAt of ['0', '0.00', ' 0 ']) {
    expect(readDraft({ ...draft, compareAt }, 'USD')).toMatchObject({ settings: { priceLine: { compareAtMinor: 0 } } })
    expect(isZeroAmount({ ...draft, compareAt }, 'USD')).toBe(true)
  }
  expect(isZeroAmount({ ...draft, priceMode: 'off', compareAt: '0' }, 'USD')).toBe(false)
  expect(isZeroAmount(draft, 'USD')).toBe(false)
})

test('an amount that is none is told at its field; off and product need none', () => {
  for (const compareAt of ['-1', 'abc', '1e3', '1.005', 'NaN']) {
    expect(readDraft({ ...draft, compareAt }, 'USD')).toEqual({ errors: { compareAt: expect.any(String) } })
  }
  expect(readDraft({ ...draft, compareAt: '' }, 'USD')).toEqual({
    errors: { compareAt: 'Enter an amount, or choose Off.' },
  })
  expect(readDraft({ ...draft, priceMode: 'off', compareAt: 'abc' }, 'USD')).toMatchObject({
    settings: { priceLine: { mode: 'off' } },
  })
})

test('yen have no decimals', () => {
  expect(readDraft({ ...draft, compareAt: '1200' }, 'JPY')).toMatchObject({
    settings: { priceLine: { compareAtMinor: 1200 } },
  })
  expect(readDraft({ ...draft, compareAt: '12.50' }, 'JPY')).toHaveProperty('errors.compareAt')
})

test('colour and page size are checked too', () => {
  expect(readDraft({ ...draft, accentColor: 'red', pageSize: '0' }, 'USD')).toEqual({
    errors: { accentColor: expect.any(String), pageSize: expect.any(String) },
  })
})

test('a preview takes over what is valid, keeps the saved rest and names it', () => {
  const saved = { schemaVersion: 1, accentColor: '#112233', pageSize: 7, priceLine: { mode: 'product' } } as const
  expect(readPreview(draft, saved, 'USD')).toMatchObject({ settings: { accentColor: '#17594a' }, note: null })
  expect(readPreview({ ...draft, accentColor: '#445566', compareAt: '' }, saved, 'USD')).toEqual({
    settings: { schemaVersion: 1, accentColor: '#445566', pageSize: 5, priceLine: { mode: 'product' } },
    note: 'The preview still shows the saved price line.',
  })
  expect(readPreview({ ...draft, accentColor: 'x', pageSize: '' }, saved, 'USD')).toMatchObject({
    settings: { accentColor: '#112233', pageSize: 7, priceLine: { mode: 'fixed', compareAtMinor: 12_000 } },
    note: 'The preview still shows the saved accent colour and number of reviews.',
  })
})

test('the note names what was saved: an amount only where there is one, and three names as a list', () => {
  const base = { schemaVersion: 1, accentColor: '#112233', pageSize: 7 } as const
  const fixed = { ...base, priceLine: { mode: 'fixed', compareAtMinor: 500 } } as const
  const noteOf = (saved: Parameters<typeof readPreview>[1]): string | null =>
    readPreview({ ...draft, accentColor: 'x', pageSize: '', compareAt: '' }, saved, 'USD').note
  expect(noteOf(fixed)).toBe(
    'The preview still shows the saved accent colour, number of reviews and compare-at amount.',
  )
  expect(noteOf({ ...base, priceLine: { mode: 'off' } })).toContain('number of reviews and price line.')
})

test('settings survive the form', () => {
  const { settings } = readDraft({ ...draft, compareAt: '0' }, 'USD') as { settings: Parameters<typeof toDraft>[0] }
  expect(readDraft(toDraft(settings, 'USD'), 'USD')).toEqual({ settings })
})

test('a kept draft is read back; anything else in its place is none', () => {
  const kept = { draft: draft, baseVersion: 3 }
  expect(readKeptDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  for (const other of [null, 'text', {}, { ...kept, baseVersion: 'x' }, { baseVersion: 3, draft: { pageSize: 1 } }]) {
    expect(readKeptDraft(other)).toBeNull()
  }
})

test('a draft is the same as settings only when it stands for exactly them', () => {
  const settings = { schemaVersion: 1, accentColor: '#17594a', pageSize: 5, priceLine: { mode: 'off' } } as const
  const same = toDraft(settings, 'USD')
  expect(isSameDraft({ ...same, accentColor: '#17594A' }, settings, 'USD')).toBe(true)
  expect(isSameDraft({ ...same, pageSize: '6' }, settings, 'USD')).toBe(false)
  expect(isSameDraft({ ...same, pageSize: '' }, settings, 'USD')).toBe(false)
  expect(isSameDraft({ ...same, priceMode: 'fixed', compareAt: '0' }, settings, 'USD')).toBe(false)
  const fixed = { ...settings, priceLine: { mode: 'fixed', compareAtMinor: 500 } } as const
  expect(isSameDraft({ ...toDraft(fixed, 'USD'), compareAt: '6' }, fixed, 'USD')).toBe(false)
})
