import { say } from '@afterword/language/text'
import { demoShopTexts as texts } from '@afterword/language/texts/demo-shop/texts'
import { reviewsPerPage } from '@afterword/validation/widget/rules'
import { type DemoProduct, getDemoStorefront } from '@afterword/services/storefront/public/get-demo-storefront'
import { getSummary } from '@afterword/services/storefront/public/get-summary'
import { listPublicReviews } from '@afterword/services/storefront/public/list-public-reviews'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ProductPicture } from '#ui/product-picture.tsx'
import { readAddressPart } from '#navigation/address-part.ts'
import { webDeps } from '#server/deps.ts'
import { orNotFound } from '#server/or-not-found.ts'
import { FirstReviews } from './first-reviews.tsx'

interface PageProps {
  params: Promise<{ shopAccessCode: string }>
  searchParams: Promise<{ product?: string | string[] }>
}

/** Reviews in the first HTML; the embed loads the rest. */

const loadStorefront = cache(async (shopAccessCode: string) =>
  orNotFound(async () => await getDemoStorefront({ ctx: webDeps().service, input: { shopAccessCode } })),
)

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const storefront = await loadStorefront(readAddressPart((await params).shopAccessCode))
  return {
    title: { absolute: storefront === null ? texts.notFound : say(texts.title, { shop: storefront.shop.name }) },
  }
}

const loadReviews = async (shopAccessCode: string, platformProductId: string) => {
  const ctx = webDeps().service
  const input = { shopAccessCode, platformProductId }
  const [summary, reviews] = await Promise.all([
    getSummary({ ctx, input }),
    listPublicReviews({ ctx, input: { ...input, sort: 'newest', pageSize: reviewsPerPage.usual } }),
  ])
  return { summary, reviews }
}

const ProductCard = ({ product, accessCode }: { product: DemoProduct; accessCode: string }) => (
  <li>
    <a
      href={`/demo/${accessCode}?product=${encodeURIComponent(product.platformId)}`}
      className="group grid gap-2 rounded-lg focus-visible:outline-2 focus-visible:outline-offset-4"
    >
      <ProductPicture src={product.imageUrl} className="aspect-square w-full" />
      <span className="font-semibold group-hover:underline">{product.title}</span>
      <afterword-stars shop={accessCode} product-id={product.platformId} className="text-sm" />
    </a>
  </li>
)

/** A plain shop page, as a shop's own theme would be, with the embed on it. Only for demo shops. */
const DemoPage = async ({ params, searchParams }: PageProps) => {
  const storefront = await loadStorefront(readAddressPart((await params).shopAccessCode))
  if (storefront === null) notFound()
  const { shop, products } = storefront
  const { product: wanted } = await searchParams
  const product = products.find(({ platformId }) => platformId === wanted) ?? products[0]
  if (product === undefined) notFound()
  const { summary, reviews } = await loadReviews(shop.accessCode, product.platformId)
  return (
    <div className="mx-auto grid max-w-5xl gap-10 px-4 pb-16 pt-5 sm:px-8">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line pb-4">
        <a href={`/demo/${shop.accessCode}`} className="text-lg font-semibold">
          {shop.name}
        </a>
        <p className="text-sm text-ink-soft">{texts.lead}</p>
      </header>
      <main className="grid gap-10">
        <section className="grid items-center gap-6 sm:grid-cols-2 sm:gap-10">
          <ProductPicture src={product.imageUrl} className="aspect-square w-full" />
          <div className="grid gap-3">
            <h1 className="text-xl font-semibold">{product.title}</h1>
            <afterword-stars shop={shop.accessCode} product-id={product.platformId} />
          </div>
        </section>
        <afterword-reviews shop={shop.accessCode} product-id={product.platformId}>
          <FirstReviews summary={summary} reviews={reviews} />
        </afterword-reviews>
        <section className="grid gap-4">
          <h2 className="text-xl font-semibold">{say(texts.more, { shop: shop.name })}</h2>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-4">
            {products
              .filter(({ platformId }) => platformId !== product.platformId)
              .map((other) => (
                <ProductCard key={other.platformId} product={other} accessCode={shop.accessCode} />
              ))}
          </ul>
        </section>
      </main>
      <script src="/storefront/v1/widget.js" async />
    </div>
  )
}

export default DemoPage
