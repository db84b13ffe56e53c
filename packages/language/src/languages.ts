/** The languages that customers are spoken to in. English is what stands where nothing else fits. */
export const languageNames = ['en', 'ko'] as const
export type Language = (typeof languageNames)[number]

/** CLDR's names for the forms that a counted noun takes. */
export type PluralForm = Intl.LDMLPluralRule

interface LanguageFacts {
  /** As its speakers write it. */
  readonly ownName: string
  readonly direction: 'ltr' | 'rtl'
  /** In which Intl writes dates, numbers and lists for readers of whom no more than the language is known. */
  readonly locale: string
  /** The forms that whole and broken numbers take in it; every counted text has all of them. */
  readonly pluralForms: readonly PluralForm[]
}

/** What is known of each language. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const languages = {
  en: { ownName: 'English', direction: 'ltr', locale: 'en-GB', pluralForms: ['one', 'other'] },
  ko: { ownName: '한국어', direction: 'ltr', locale: 'ko-KR', pluralForms: ['other'] },
} as const satisfies Record<Language, LanguageFacts>

/** Whether a text is the name of a language that we speak. */
export const isLanguage = (text: string): text is Language => languageNames.some((name) => name === text)
