import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { randomUUID } from 'node:crypto'
import { ProductHeading } from '#customer/page/product-heading.tsx'
import { loadReviewPage } from '#customer/page/load-page.ts'
import { requestLanguage } from '#customer/page/request-language.ts'
import { ReviewDesk } from '#customer/page/review-desk.tsx'
import { ShopFrame } from '#customer/page/shop-frame.tsx'
import { dictionaryOf } from '#language/dictionary.ts'
import { readAddressPart } from '#navigation/address-part.ts'

interface PageProps {
  params: Promise<{ code: string }>
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const page = await loadReviewPage(readAddressPart((await params).code))
  if (page === null) return { title: 'Not found' }
  const words = dictionaryOf(await requestLanguage(page.shop.locale))
  return { title: { absolute: words.reviewPageTitle(page.shop.name) } }
}

/** The review page of one review request. Reading it changes nothing. */
const ReviewPage = async ({ params }: PageProps) => {
  const code = readAddressPart((await params).code)
  const page = await loadReviewPage(code)
  if (page === null) notFound()
  const language = await requestLanguage(page.shop.locale)
  const words = dictionaryOf(language)
  return (
    <ShopFrame shop={page.shop} language={language}>
      <ReviewDesk
        code={code}
        page={page}
        headings={page.items.map((item, index) => (
          <ProductHeading
            key={item.lineItemId}
            item={item}
            orderName={page.order.name}
            position={page.items.length > 1 ? words.position(index + 1, page.items.length) : null}
            words={words}
          />
        ))}
        language={language}
        submissionId={randomUUID()}
      />
    </ShopFrame>
  )
}

export default ReviewPage
