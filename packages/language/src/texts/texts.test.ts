import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languageNames, languages, type PluralForm } from '../languages.ts'

/** Catalogues for people who work with Afterword, who read English. Every other folder speaks every language. */
const englishOnly: readonly string[] = ['staff-mail']
/** Names that are written in Latin letters everywhere. */
const names = /\bAfterword\b/g

interface Wording {
  readonly [key: string]: string | Wording
}
const catalogues = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const translated = catalogues.filter((name) => !englishOnly.includes(name))
const others = languageNames.filter((name) => name !== 'en')

const load = async (catalogue: string, language: Language): Promise<Wording> =>
  ((await import(`./${catalogue}/${language}.ts`)) as Record<Language, Wording>)[language]

/** Every text by its path; a counted text is one, with its forms by name. */
const textsOf = (wording: Wording, path = ''): [path: string, forms: Readonly<Record<string, string>>][] =>
  Object.entries(wording).flatMap(([key, value]) => {
    const at = `${path}/${key}`
    if (typeof value === 'string') return [[at, { other: value }]]
    return 'other' in value ? [[at, value as Record<string, string>]] : textsOf(value, at)
  })
const isCounted = (wording: Wording, path: string): boolean => {
  let at: string | Wording | undefined = wording
  for (const key of path.split('/').slice(1)) at = typeof at === 'object' ? at[key] : undefined
  return typeof at === 'object'
}
const placesOf = (text: string): Set<string> => new Set(text.match(/(?<=\{)\w+(?=\})/g))
const lettersOf = (text: string): string => text.replaceAll(/\{\w+\}/g, '').replaceAll(names, '')
const script: Readonly<Record<Language, RegExp>> = { en: /\p{Script=Latin}/u, ko: /\p{Script=Hangul}/u }

/** What is wrong with one language's text beside the English one. */
const faultsOf = (
  forms: Readonly<Record<string, string>>,
  english: Readonly<Record<string, string>>,
  { language, counted }: { readonly language: Language; readonly counted: boolean },
): string[] => {
  const wanted = placesOf(Object.values(english).join(' '))
  const expected: readonly PluralForm[] = counted ? languages[language].pluralForms : ['other']
  const missing = expected.filter((form) => !Object.hasOwn(forms, form)).map((form) => `lacks the form ${form}`)
  const texts = Object.entries(forms).flatMap(([form, text]) => {
    const places = placesOf(text)
    // A form for one number may have it in words.
    const dropped = [...wanted].filter((name) => !places.has(name) && !(form !== 'other' && name === 'count'))
    return [
      ...(text.trim() === '' ? ['is empty'] : []),
      ...(text === text.trim() ? [] : ['begins or ends with a space']),
      ...(/[{}]/.test(text.replaceAll(/\{\w+\}/g, '')) ? ['has a brace that is no place'] : []),
      ...dropped.map((name) => `drops {${name}}`),
      ...[...places].filter((name) => !wanted.has(name)).map((name) => `invents {${name}}`),
      ...(/\p{L}/u.test(lettersOf(english['other'] ?? '')) && !script[language].test(lettersOf(text))
        ? ['has no letter of its language']
        : []),
    ]
  })
  return [...missing, ...texts]
}

const findFaults = (language: Language, wording: Wording, english: Wording): string[] => {
  const originals = new Map(textsOf(english))
  const own = new Map(textsOf(wording))
  return [
    ...[...originals.keys()].filter((path) => !own.has(path)).map((path) => `${path} is missing`),
    ...[...own].flatMap(([path, forms]) => {
      const original = originals.get(path)
      if (original === undefined) return [`${path} is left over`]
      const counted = isCounted(english, path)
      return faultsOf(forms, original, { language, counted }).map((fault) => `${path} ${fault}`)
    }),
  ]
}

test('each folder is a catalogue, and each one for English alone exists', () => {
  expect(catalogues.length).toBeGreaterThan(0)
  expect(englishOnly.filter((name) => !catalogues.includes(name))).toEqual([])
})

test.each(catalogues)('the texts of %s are whole in English, and its counted ones in all forms', async (catalogue) => {
  const english = await load(catalogue, 'en')
  expect(textsOf(english).length).toBeGreaterThan(0)
  expect(findFaults('en', english, english)).toEqual([])
})

test.each(others.flatMap((language) => translated.map((catalogue) => [catalogue, language] as const)))(
  'the texts of %s are all there in %s, in its letters and forms, with the same places',
  async (catalogue, language) => {
    expect(findFaults(language, await load(catalogue, language), await load(catalogue, 'en'))).toEqual([])
  },
)

test('a fault of each kind is found', () => {
  const english = { a: 'See {name}', b: { one: '1 day', other: '{count} days' }, c: { d: 'Yes' }, e: 'No' }
  const korean = { a: '보기', b: { one: '{count}일' }, c: { d: 'Yes', x: '예' }, e: ' ' }
  const planted = findFaults('ko', korean as unknown as Wording, english)
  expect(planted).toEqual(
    expect.arrayContaining([
      '/a drops {name}',
      '/c/d has no letter of its language',
      '/c/x is left over',
      '/e is empty',
    ]),
  )
  expect(findFaults('ko', { ...english, b: { other: '{count}일, {shop}' } }, english)).toContain('/b invents {shop}')
  expect(findFaults('en', { ...english, b: { other: '{count} days' } }, english)).toEqual(['/b lacks the form one'])
  expect(findFaults('en', { a: 'See {name} {', b: english.b, e: 'No' }, english)).toEqual([
    '/c/d is missing',
    '/a has a brace that is no place',
  ])
})
