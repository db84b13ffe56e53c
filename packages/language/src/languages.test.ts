import { expect, test } from 'vitest'
import { languageNames, languages } from './languages.ts'

test.each(languageNames)('Intl knows %s, its plural forms and its name', (name) => {
  const { pluralCategories } = new Intl.PluralRules(name).resolvedOptions()
  expect(new Set(languages[name].pluralForms)).toEqual(new Set(pluralCategories))
  expect(new Intl.Locale(languages[name].locale).language).toBe(name)
  expect(new Intl.DisplayNames(name, { type: 'language' }).of(name)).toBe(languages[name].ownName)
})
