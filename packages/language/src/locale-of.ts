import { type Language, languages } from './languages.ts'

/** In which locale Intl writes the dates, numbers and lists that stand among a catalogue's texts: `en-GB`. */
export const localeOf = ({ language }: { readonly language: Language }): string => languages[language].locale
