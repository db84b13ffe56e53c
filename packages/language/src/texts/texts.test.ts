import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languageNames } from '../languages.ts'
import { countTexts, findFaults } from '../testing/find-faults.ts'
import type { Wording } from '../text.ts'

/** Catalogues for people who work with Afterword, who read English. Every other folder speaks every language. */
const englishOnly: readonly string[] = [
  'account',
  'admin-audit',
  'admin-delivery',
  'admin-people',
  'admin-requests',
  'admin-reviews',
  'admin-settings',
  'admin-shop',
  'admin-widget',
  'call',
  'demo-shop',
  'frame',
  'interface-parts',
  'invitation',
  'missing-pages',
  'operator-attempts',
  'operator-incidents',
  'operator-load',
  'operator-webhooks',
  'password',
  'roles',
  'session',
  'sign-in',
  'staff-mail',
  'start-page',
]

const catalogues = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const translated = catalogues.filter((name) => !englishOnly.includes(name))

const load = async (catalogue: string, language: Language): Promise<Wording> => {
  const exported = (await import(`./${catalogue}/${language}.ts`)) as Readonly<Record<string, Wording>>
  const wording = exported[language]
  if (wording === undefined) throw new Error(`${catalogue}/${language}.ts exports no ${language}`)
  return wording
}

test('each folder is a catalogue, and each one for English alone exists', () => {
  expect(catalogues.length).toBeGreaterThan(0)
  expect(englishOnly.filter((name) => !catalogues.includes(name))).toEqual([])
})

test.each(catalogues)('the texts of %s are whole in English, and its counted ones in all forms', async (catalogue) => {
  const english = await load(catalogue, 'en')
  expect(countTexts(english)).toBeGreaterThan(0)
  expect(findFaults('en', english, english)).toEqual([])
})

const others = languageNames.filter((name) => name !== 'en')

test.each(others.flatMap((language) => translated.map((catalogue) => [catalogue, language] as const)))(
  'the texts of %s are all there in %s, in its letters and forms, with the same places',
  async (catalogue, language) => {
    expect(findFaults(language, await load(catalogue, language), await load(catalogue, 'en'))).toEqual([])
  },
)

const english = {
  see: 'See {name}',
  days: { one: '1 day', other: '{count} days' },
  group: { yes: 'Yes' },
  sender: '{shop} (Afterword)',
}
const korean = { see: '{name} 보기', days: { other: '{count}일' }, group: { yes: '예' }, sender: 'Afterword: {shop}' }

test.each([
  [{ ...korean, see: '보기' }, '/see drops {name}'],
  [{ ...korean, see: '{name} {shop} 보기' }, '/see invents {shop}'],
  [{ ...korean, see: '' }, '/see is empty'],
  [{ ...korean, see: '{name} 보기 ' }, '/see begins or ends with a space'],
  [{ ...korean, see: '{name 보기' }, '/see has a brace that is no place'],
  [{ ...korean, group: { yes: 'Yes' } }, '/group/yes has no letter of its language'],
  [{ ...korean, group: { yes: 'Afterword' } }, '/group/yes has no letter of its language'],
  [{ ...korean, group: {} }, '/group/yes is missing'],
  [{ ...korean, group: { yes: '예', no: '아니요' } }, '/group/no is left over'],
  [{ ...korean, days: { other: '하루' } }, '/days drops {count}'],
  [{ ...korean, days: '{count}일', group: {} }, '/group/yes is missing'],
])('a fault is found: %j', (wording, fault) => {
  expect(findFaults('ko', wording, english)).toContain(fault)
})

test('a form that its language has and a text lacks is found, and what is right has no fault', () => {
  expect(findFaults('en', { ...english, days: { other: '{count} days' } }, english)).toEqual([
    '/days lacks the form one',
  ])
  expect(findFaults('ko', korean, english)).toEqual([])
})
