import { expect, test } from 'vitest'
import { languageNames, languages } from './languages.ts'

test.each(languageNames)('Intl knows %s, its plural forms and its name', (name) => {
  expect(new Intl.PluralRules(name).resolvedOptions().pluralCategories.toSorted()).toEqual(
    [...languages[name].pluralForms].toSorted(),
  )
  expect(new Intl.DisplayNames(name, { type: 'language' }).of(name)).toBe(languages[name].ownName)
})
