import { headers } from 'next/headers'
import { chooseLanguage, type Language } from '#language/dictionary.ts'

/** The language this request's page is written in. */
export const requestLanguage = async (shopLocale: string | null): Promise<Language> =>
  chooseLanguage((await headers()).get('accept-language'), shopLocale)
