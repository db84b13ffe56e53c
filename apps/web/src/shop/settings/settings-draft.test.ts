import { expect, test } from 'vitest'
import { changesOf, firstRefused, readKeptTyped, toTyped } from './settings-draft.ts'

const stored = toTyped({
  name: 'Hearth & Wool',
  domain: 'hearth-and-wool.myshopify.com',
  accessCode: 'demo',
  currency: 'EUR',
  websiteUrl: null,
  logoUrl: null,
  accentColor: '#17594a',
  locale: 'en',
  requestDelayDays: 14,
  replyToEmail: null,
  postalAddress: 'Berlin',
})

test('only what differs from what is stored is sent, also where it was emptied', () => {
  expect(changesOf({ name: 'Hearth & Wool', requestDelayDays: '7', postalAddress: '' }, stored)).toEqual({
    requestDelayDays: '7',
    postalAddress: '',
  })
  expect(changesOf({}, stored)).toEqual({})
})

test('what was kept of a form is read with care', () => {
  expect(readKeptTyped({ name: 'New', locale: 3, other: 'x' })).toEqual({ name: 'New' })
  for (const damaged of [null, 'text', [], {}, { name: null }]) expect(readKeptTyped(damaged)).toBeNull()
})

test('of several refused fields the first of the page is told first', () => {
  expect(firstRefused({ postalAddress: 'x', name: 'x' })).toBe('name')
  expect(firstRefused({})).toBeNull()
})
