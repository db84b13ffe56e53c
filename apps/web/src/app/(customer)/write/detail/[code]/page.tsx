import { say } from '@afterword/language/text'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { randomUUID } from 'node:crypto'
import { ProductHeading } from '#customer/page/product-heading.tsx'
import { loadReviewPage } from '#customer/page/load-page.ts'
import { lostTitle } from '#customer/page/lost-title.ts'
import { requestLanguage } from '#customer/page/request-language.ts'
import { ReviewDesk } from '#customer/page/review-desk.tsx'
import { ShopFrame } from '#customer/page/shop-frame.tsx'
import { customerTextsOf } from '#customer/texts/customer-texts.ts'
import { readAddressPart } from '#navigation/address-part.ts'

interface PageProps {
  params: Promise<{ code: string }>
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const page = await loadReviewPage(readAddressPart((await params).code))
  if (page === null) return await lostTitle()
  const words = customerTextsOf(await requestLanguage(page.shop.locale))
  return { title: { absolute: say(words.pageTitle, { shop: page.shop.name }) } }
}

/** The review page of one review request. Reading it changes nothing. */
const ReviewPage = async ({ params }: PageProps) => {
  const code = readAddressPart((await params).code)
  const page = await loadReviewPage(code)
  if (page === null) notFound()
  const language = await requestLanguage(page.shop.locale)
  const words = customerTextsOf(language)
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
            position={
              page.items.length > 1 ? say(words.position, { index: index + 1, count: page.items.length }) : null
            }
            words={words}
          />
        ))}
        words={words}
        submissionId={randomUUID()}
      />
    </ShopFrame>
  )
}

export default ReviewPage
