import { startPageTexts as texts } from '@afterword/language/texts/start-page/texts'
import { findDemoShop } from '@afterword/services/operations/demo/find-demo-shop'
import { ArrowRight } from 'lucide-react'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ButtonLink } from '#ui/button.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { webDeps } from '#server/deps.ts'

export const metadata: Metadata = { title: { absolute: texts.title } }

/** The demo shop's page, where this installation has one. */
const demoShopHref = async (): Promise<string | null> => {
  // Asking for the request tells Next that this page is not made at build time.
  await headers()
  const demo = await findDemoShop(webDeps().service.db)
  return demo === null ? null : `/demo/${encodeURIComponent(demo.accessCode)}`
}

const StartPage = async () => {
  const demoHref = await demoShopHref()
  return (
    <main className="mx-auto grid min-h-dvh max-w-3xl content-center gap-10 px-6 py-16">
      <header className="grid gap-4">
        <p className="flex items-center gap-2 font-semibold">
          Afterword <StarRating value={5} label={texts.stars} className="text-star" />
        </p>
        <h1 className="max-w-xl text-xl font-semibold">{texts.heading}</h1>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/admin" look="primary" size="large">
            {texts.toReviews} <ArrowRight aria-hidden />
          </ButtonLink>
          {demoHref !== null && (
            <ButtonLink href={demoHref} size="large">
              {texts.toDemo}
            </ButtonLink>
          )}
        </div>
      </header>
      <dl className="grid gap-x-10 gap-y-6 border-t border-line pt-8 sm:grid-cols-2">
        {Object.values(texts.facts).map(({ name, text }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-ink-soft">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft">{texts.fromMail}</p>
    </main>
  )
}

export default StartPage
