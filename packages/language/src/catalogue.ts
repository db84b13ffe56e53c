import type { Language } from './languages.ts'
import type { SpokenWording, Translation, Wording } from './text.ts'

/** The texts of one catalogue in one language: plain data, which a server may hand to a browser. */
export type Texts<English> = SpokenWording<English> & { readonly language: Language }

type Translations<English> = { readonly [Tongue in Exclude<Language, 'en'>]: Translation<English, Tongue> }

/** One language's words as the texts that are said, which know their language. */
const speak = <English>(words: object, language: Language): Texts<English> =>
  // `Texts` are opaque to the types on purpose; at run time they are the words.
  ({ ...words, language }) as unknown as Texts<English>

/** A catalogue that only English speaks, for people who work with Afterword. */
export const englishTexts = <const English extends Wording>(en: English): Texts<English> => speak<English>(en, 'en')

/**
 * A catalogue in every language. Holds all of them: what a browser loads is handed one by its server, or imports the
 * type only.
 */
export const textsByLanguage = <const English extends Wording>(
  en: English,
  others: Translations<English>,
): Readonly<Record<Language, Texts<English>>> => ({
  en: speak<English>(en, 'en'),
  ko: speak<English>(others.ko, 'ko'),
})
