import type { Language } from '@afterword/language/languages'
import { headers } from 'next/headers'
import { readAddressPart } from '#navigation/address-part.ts'
import { loadReviewPage, loadShop, loadSubscription } from './load-page.ts'
import { requestLanguage } from './request-language.ts'

const localeLoaders = {
  detail: async (code: string) => (await loadReviewPage(code))?.shop.locale,
  login: async (code: string) => (await loadShop(code))?.locale,
  unsubscribe: async (code: string) => (await loadSubscription(code))?.shop.locale,
} as const

const isLoader = (name: string | undefined): name is keyof typeof localeLoaders =>
  name !== undefined && Object.hasOwn(localeLoaders, name)

/**
 * The language of the page that is asked for, for the document as a whole: the root layout is written before the page
 * in it. Customers' pages are in their reader's language, all others in English.
 */
export const documentLanguage = async (): Promise<Language> => {
  const path = (await headers()).get('x-page-path') ?? ''
  const [, area, kind, code = ''] = path.split('?', 1)[0]?.split('/') ?? []
  if (area !== 'write') return 'en'
  // A page that cannot be loaded says so itself.
  const locale = isLoader(kind) ? await localeLoaders[kind](readAddressPart(code)).catch(() => null) : null
  return await requestLanguage(locale ?? null)
}
