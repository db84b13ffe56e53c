import type { Language } from '@afterword/language/languages'
import { toTrimmedText } from '@afterword/validation/primitives/storable-text'
import type { Person } from './display-name.ts'
import { familyFirstLetters, familyFirstName, familyWordsOf, withoutLast, wordsOf } from './name-words.ts'
import { isSameName, withoutFamily } from './repeated-words.ts'

/** What a customer is called to their face, in each language; null when we know no name. */
export type GreetingNames = Readonly<Record<Language, string | null>>

/** 조수빈, 조수빈님 → 조수빈. A single letter is a family name, by which nobody is greeted. */
const greetFamilyFirst = (name: string): string | null => {
  const bare = name.length > 2 ? name.replace(/님$/u, '') : name
  return Array.from(bare).length > 1 ? bare : null
}

/**
 * How a customer is greeted in a mail and thanked on their page: the whole name where the family name comes first, else
 * the given name in English and the whole one in Korean, where it is rude to call somebody by the given name alone.
 */
export const greetingNames = (person: Person): GreetingNames => {
  const [first, last] = [toTrimmedText(person.firstName ?? ''), toTrimmedText(person.lastName ?? '')]
  const [given, family] = [wordsOf(first), familyWordsOf(last)]
  const name = familyFirstName(first, last)
  if (name !== null) {
    const whole = greetFamilyFirst(name)
    // A family name in other letters, which a Korean greeting does not leave out.
    const isParted = familyFirstLetters(last) === '' && family.length > 0
    return { en: whole, ko: isParted ? `${name} ${family.join(' ')}` : whole }
  }
  if (given.length === 0) return { en: null, ko: family.length === 0 ? null : family.join(' ') }
  const called = withoutLast(first, family)
  if (family.length === 0 || isSameName(given, family)) return { en: called, ko: called }
  // A last name that holds the first one is a whole name.
  return { en: called, ko: withoutFamily(given, family).length === 0 ? last : `${called} ${last}` }
}
