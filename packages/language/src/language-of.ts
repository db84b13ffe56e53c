import { isLanguage, type Language } from './languages.ts'
import { toTag } from './read-locale.ts'

/**
 * The language of a locale (`ko-KR`, `en_GB`) by the first part of its tag, or null where it has none or is one that we
 * do not speak. Asks Intl nothing, so that a header of any size costs little.
 */
export const languageOf = (locale: string | null | undefined): Language | null => {
  const [name = ''] =
    toTag(locale ?? '')
      ?.toLowerCase()
      .split('-', 1) ?? []
  return isLanguage(name) ? name : null
}
