import { type Language, languages, type PluralForm } from '../languages.ts'
import type { Wording } from '../text.ts'

/** A text's forms by name; a text that is not counted has `other` alone. */
type Forms = Readonly<Record<string, string>>

interface Found {
  readonly forms: Forms
  readonly isCounted: boolean
}

/** Names that are written in Latin letters everywhere. */
const names = /\bAfterword\b/g
const script: Readonly<Record<Language, RegExp>> = { en: /\p{Script=Latin}/u, ko: /\p{Script=Hangul}/u }

const formsOf = (wording: Wording): Forms | null =>
  'other' in wording
    ? Object.fromEntries(Object.entries(wording).map(([form, text]) => [form, typeof text === 'string' ? text : '']))
    : null

/** Every text of a catalogue by its path, e.g. `/draftNews/taken`. */
const textsOf = (wording: Wording, path = ''): [path: string, text: Found][] =>
  Object.entries(wording).flatMap(([key, value]): [string, Found][] => {
    const at = `${path}/${key}`
    if (typeof value === 'string') return [[at, { forms: { other: value }, isCounted: false }]]
    const forms = formsOf(value)
    return forms === null ? textsOf(value, at) : [[at, { forms, isCounted: true }]]
  })

const placesOf = (text: string): string[] => [...new Set(text.match(/(?<=\{)\w+(?=\})/g))]
const withoutPlaces = (text: string): string => text.replaceAll(/\{\w+\}/g, '')
const hasLetters = (text: string, letters: RegExp): boolean => letters.test(withoutPlaces(text).replaceAll(names, ''))

const faultsOfForm = (form: string, text: string, english: Forms): string[] => {
  const wanted = placesOf(Object.values(english).join(' '))
  const places = placesOf(text)
  // A form for one number may have it in words.
  const mayLack = (name: string): boolean => form !== 'other' && name === 'count'
  return [
    ...(text.trim() === '' ? ['is empty'] : []),
    ...(text === text.trim() ? [] : ['begins or ends with a space']),
    ...(/[{}]/.test(withoutPlaces(text)) ? ['has a brace that is no place'] : []),
    ...wanted.filter((name) => !places.includes(name) && !mayLack(name)).map((name) => `drops {${name}}`),
    ...places.filter((name) => !wanted.includes(name)).map((name) => `invents {${name}}`),
  ]
}

const faultsOfText = ({ forms }: Found, english: Found, language: Language): string[] => {
  const expected: readonly PluralForm[] = english.isCounted ? languages[language].pluralForms : ['other']
  const needsLetters = hasLetters(Object.values(english.forms).join(' '), /\p{L}/u)
  return [
    ...expected.filter((form) => !Object.hasOwn(forms, form)).map((form) => `lacks the form ${form}`),
    ...Object.entries(forms).flatMap(([form, text]) => [
      ...faultsOfForm(form, text, english.forms),
      ...(needsLetters && !hasLetters(text, script[language]) ? ['has no letter of its language'] : []),
    ]),
  ]
}

/** How many texts a catalogue has; a counted one is one. */
export const countTexts = (wording: Wording): number => textsOf(wording).length

/**
 * What is wrong with a catalogue in a language beside the English one: texts that are missing, left over or empty,
 * places dropped or invented, forms that the language has and the text lacks, letters of another language.
 *
 * @returns One line for each fault, with the text's path.
 */
export const findFaults = (language: Language, wording: Wording, english: Wording): string[] => {
  const originals = new Map(textsOf(english))
  const own = new Map(textsOf(wording))
  return [
    ...[...originals.keys()].filter((path) => !own.has(path)).map((path) => `${path} is missing`),
    ...[...own].flatMap(([path, text]) => {
      const original = originals.get(path)
      if (original === undefined) return [`${path} is left over`]
      return faultsOfText(text, original, language).map((fault) => `${path} ${fault}`)
    }),
  ]
}
