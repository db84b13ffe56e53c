import { linkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import type { Metadata } from 'next'
import { requestLanguage } from './request-language.ts'

/** The title of every page whose link does not work. */
export const lostTitle = async (): Promise<Metadata> => ({
  title: { absolute: linkPagesTexts[await requestLanguage(null)].notFoundTitle },
})
