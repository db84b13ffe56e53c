import { say } from '@afterword/language/text'
import { linkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { mostEmailLength } from '@afterword/validation/primitives/email'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { readLoginQuery } from '#customer/page/login-query.ts'
import { loadSubscription } from '#customer/page/load-page.ts'
import { lostTitle } from '#customer/page/lost-title.ts'
import { requestLanguage } from '#customer/page/request-language.ts'
import { ShopFrame } from '#customer/page/shop-frame.tsx'
import { refusalText } from '#customer/texts/refusal-text.ts'
import { readAddressPart } from '#navigation/address-part.ts'

interface PageProps {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const loadWords = async (shopLocale: string) => {
  const language = await requestLanguage(shopLocale)
  return { language, words: linkPagesTexts[language] }
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const subscription = await loadSubscription(readAddressPart((await params).code))
  if (subscription === null) return await lostTitle()
  const { words } = await loadWords(subscription.shop.locale)
  return { title: { absolute: say(words.subscribedTitle, { shop: subscription.shop.name }) } }
}

/**
 * Stops review mail. Opening it does nothing, because mail programs open links too; nor does its button
 * alone, because scanners press it.
 */
const UnsubscribePage = async ({ params, searchParams }: PageProps) => {
  const code = readAddressPart((await params).code)
  const subscription = await loadSubscription(code)
  if (subscription === null) notFound()
  const { shop, maskedEmail } = subscription
  const isUnsubscribed = !subscription.isSubscribed
  const { language, words } = await loadWords(shop.locale)
  const error = refusalText(readLoginQuery(await searchParams), language)
  const text = isUnsubscribed
    ? {
        title: words.unsubscribedTitle,
        body: say(words.unsubscribedBody, { shop: shop.name }),
        button: words.resubscribe,
      }
    : { title: say(words.subscribedTitle, { shop: shop.name }), body: words.subscribedBody, button: words.unsubscribe }
  return (
    <ShopFrame shop={shop} language={language}>
      <form method="post" action={`/write/unsubscribe/${encodeURIComponent(code)}`} className="grid gap-4">
        <h1 className="text-xl font-semibold">{text.title}</h1>
        <p>{text.body}</p>
        <Field
          id="email"
          label={words.email}
          hint={say(words.confirmEmail, { masked: maskedEmail })}
          isHintKept
          error={error}
        >
          <Input
            id="email"
            name="email"
            type="email"
            required
            maxLength={mostEmailLength}
            autoComplete="email"
            inputMode="email"
            aria-invalid={error !== null}
            aria-describedby={describedBy('email')}
            size="large"
          />
        </Field>
        <input type="hidden" name="action" value={isUnsubscribed ? 'resubscribe' : 'unsubscribe'} />
        <div className="pt-2">
          <Button type="submit" look={isUnsubscribed ? 'secondary' : 'primary'} size="large">
            {text.button}
          </Button>
        </div>
      </form>
    </ShopFrame>
  )
}

export default UnsubscribePage
