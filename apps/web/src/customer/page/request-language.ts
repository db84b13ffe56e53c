import { languageForReader } from '@afterword/language/choose-language'
import type { Language } from '@afterword/language/languages'
import { headers } from 'next/headers'

/** The language this request's page is written in. */
export const requestLanguage = async (shopLocale: string | null): Promise<Language> =>
  languageForReader((await headers()).get('accept-language'), shopLocale)
