import { findDemoShop } from '@afterword/services/operations/demo/find-demo-shop'
import { ArrowRight } from 'lucide-react'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ButtonLink } from '#ui/button.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { webDeps } from '#server/deps.ts'

export const metadata: Metadata = { title: { absolute: 'Afterword: product reviews on your own server' } }

const facts = [
  ['After the parcel', 'Each order gets one mail, some days after delivery. A star in it opens the review page.'],
  ['Nothing typed is lost', 'A review survives a lost connection, a reload and a server that is away.'],
  ['You decide', 'Read, publish, reply. Every decision is kept with its reason and can be undone.'],
  ['On your product page', 'A small widget shows reviews and the rating. No tracking, no third party.'],
] as const

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
          Afterword <StarRating value={5} label="Five stars" className="text-star" />
        </p>
        <h1 className="max-w-xl text-xl font-semibold">Product reviews for your shop, on your own server.</h1>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/admin" look="primary" size="large">
            Go to your reviews <ArrowRight aria-hidden />
          </ButtonLink>
          {demoHref !== null && (
            <ButtonLink href={demoHref} size="large">
              See the demo shop
            </ButtonLink>
          )}
        </div>
      </header>
      <dl className="grid gap-x-10 gap-y-6 border-t border-line pt-8 sm:grid-cols-2">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-ink-soft">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft">Came here from a mail? Open its link again: it leads to your own page.</p>
    </main>
  )
}

export default StartPage
