import { DomainError } from '@afterword/errors'
import { languageOf } from '@afterword/language/language-of'
import type { PublicFetch, PublicResponse } from '@afterword/public-fetch/create-public-fetch'
import { colorSchema, nameSchema } from '@afterword/validation/shop/fields'
import type { Brand } from '@afterword/validation/shop/settings'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { readPage } from './internal/read-page.ts'

/** Of a page before its pictures; shops with everything inline stay below it. */
const pageBytes = 3 * 1024 * 1024
const logoBytes = 2 * 1024 * 1024
const timeoutMs = 8_000
/** A page that names a dozen icons is not asked for all of them. */
const mostLogos = 3

/** The whole page as text. A page in a code that is not known is read as UTF-8. */
const decode = ({ body, charset }: PublicResponse): string => {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

const isPicture = async (fetchPublic: PublicFetch, url: string): Promise<boolean> => {
  try {
    const { status, contentType } = await fetchPublic({ url, accept: 'image/*', maxBytes: logoBytes, timeoutMs })
    return status === 200 && contentType.startsWith('image/')
  } catch {
    return false
  }
}

/** The first of the logos that is a picture; never one that a browser would refuse on a page that is served by https. */
const findLogo = async (fetchPublic: PublicFetch, page: string, logos: readonly string[]): Promise<string | null> => {
  const addresses = logos.filter((logo) => URL.canParse(logo, page)).map((logo) => new URL(logo, page).href)
  for (const url of [...new Set(addresses)].filter((address) => address.startsWith('http')).slice(0, mostLogos)) {
    if (await isPicture(fetchPublic, url)) return url
  }
  return null
}

const firstOf = <Value>(
  schema: { safeParse: (text: string) => { data?: Value } },
  texts: readonly string[],
): Value | null => texts.map((text) => schema.safeParse(text).data).find((value) => value !== undefined) ?? null

/**
 * Reads from a shop's website what it is called and how it looks. Nothing is saved: the owner looks at it first.
 *
 * @throws DomainError `permission.denied`, `website.no_page` where no page answers, and those of `createPublicFetch`
 */
export const readBrand = async ({
  ctx,
  input: { websiteUrl },
}: {
  ctx: ServiceContext
  input: { readonly websiteUrl: string }
}): Promise<Brand> => {
  requireMember(ctx, 'shop.write')
  const { fetchPublic } = ctx
  if (fetchPublic === undefined) throw new Error('this process reaches no website')
  const page = await fetchPublic({ url: websiteUrl, accept: 'text/html', maxBytes: pageBytes, timeoutMs })
  if (page.status !== 200 || !page.contentType.includes('html')) throw new DomainError('website.no_page')
  const { language, names, colors, logos } = readPage(decode(page))
  return {
    websiteUrl: page.url,
    name: firstOf(nameSchema, names),
    locale: languageOf(language),
    accentColor: firstOf(colorSchema, colors),
    logoUrl: await findLogo(fetchPublic, page.url, logos),
  }
}
