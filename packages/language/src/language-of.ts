import { isLanguage, type Language } from './languages.ts'
import { readLocale } from './read-locale.ts'

/** The language of a locale (`ko-KR`, `en_GB`), or null where it cannot be read or is one that we do not speak. */
export const languageOf = (locale: string | null | undefined): Language | null => {
  const [name = ''] = readLocale(locale)?.split('-', 1) ?? []
  return isLanguage(name) ? name : null
}
