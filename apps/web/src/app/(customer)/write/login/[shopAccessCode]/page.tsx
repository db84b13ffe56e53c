import { say } from '@afterword/language/text'
import { linkPagesTexts, type LinkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { mostEmailLength } from '@afterword/validation/primitives/email'
import { MailCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { type LoginQuery, readLoginQuery } from '#customer/page/login-query.ts'
import { loadShop } from '#customer/page/load-page.ts'
import { lostTitle } from '#customer/page/lost-title.ts'
import { requestLanguage } from '#customer/page/request-language.ts'
import { ShopFrame } from '#customer/page/shop-frame.tsx'
import { refusalText } from '#customer/texts/refusal-text.ts'
import { readAddressPart } from '#navigation/address-part.ts'

interface PageProps {
  params: Promise<{ shopAccessCode: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const addressOf = (accessCode: string): string => `/write/login/${encodeURIComponent(accessCode)}`

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const shop = await loadShop(readAddressPart((await params).shopAccessCode))
  if (shop === null) return await lostTitle()
  const words = linkPagesTexts[await requestLanguage(shop.locale)]
  return { title: { absolute: `${words.loginTitle} · ${shop.name}` } }
}

const LinkSent = ({ shopName, href, words }: { shopName: string; href: string; words: LinkPagesTexts }) => (
  <div role="status" className="grid justify-items-start gap-4">
    <MailCheck aria-hidden className="size-10 text-accent-text" />
    <h1 className="text-xl font-semibold">{words.linkSentTitle}</h1>
    <p>{say(words.linkSentBody, { shop: shopName })}</p>
    <ButtonLink href={href}>{words.anotherAddress}</ButtonLink>
  </div>
)

const LinkForm = (props: { shopName: string; href: string; query: LoginQuery; words: LinkPagesTexts }) => {
  const { words, query } = props
  const error = refusalText(query, words.language)
  return (
    <form method="post" action={props.href} className="grid gap-5">
      <div className="grid gap-2">
        <h1 className="text-xl font-semibold">{words.loginTitle}</h1>
        <p className="text-ink-soft">{say(words.loginBody, { shop: props.shopName })}</p>
      </div>
      <Field id="email" label={words.email} error={error}>
        <Input
          id="email"
          name="email"
          type="email"
          required
          maxLength={mostEmailLength}
          autoComplete="email"
          inputMode="email"
          defaultValue={query.email ?? ''}
          aria-invalid={error !== null}
          aria-describedby={describedBy('email')}
          size="large"
        />
      </Field>
      <Button type="submit" look="primary" size="large">
        {words.sendLink}
      </Button>
    </form>
  )
}

/** Where a customer without a working link asks for a fresh one. It answers the same to everybody. */
const LoginPage = async ({ params, searchParams }: PageProps) => {
  const shop = await loadShop(readAddressPart((await params).shopAccessCode))
  if (shop === null) notFound()
  const language = await requestLanguage(shop.locale)
  const words = linkPagesTexts[language]
  const query = readLoginQuery(await searchParams)
  const href = addressOf(shop.accessCode)
  return (
    <ShopFrame shop={shop} language={language}>
      {query.isSent ? (
        <LinkSent shopName={shop.name} href={href} words={words} />
      ) : (
        <LinkForm shopName={shop.name} href={href} query={query} words={words} />
      )}
    </ShopFrame>
  )
}

export default LoginPage
