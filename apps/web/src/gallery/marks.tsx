import { ratingsTexts } from '@afterword/language/texts/ratings/texts'
import { reviewPageTexts } from '@afterword/language/texts/review-page/texts'
import { Badge } from '#ui/badge.tsx'
import { Notice } from '#ui/notice.tsx'
import { PriceLine } from '#ui/price-line.tsx'
import { ProductPicture } from '#ui/product-picture.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { StarLinks } from '#ui/star-links.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'
import { TimeAgo } from '#ui/time-ago.tsx'
import { Part, Specimen } from './specimen.tsx'

const { en: priceWords } = reviewPageTexts
const won = (amountMinor: number) => ({ amountMinor, currency: 'KRW' })
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const { en: starWords } = ratingsTexts
const now = Date.UTC(2026, 10, 28, 12)

const Stars = () => (
  <Part title="Stars">
    {[0, 0.5, 4.76, 5].map((value) => (
      <Specimen key={value} name={`star rating ${value}`}>
        <StarRating value={value} label={starsLabel(value)} />
      </Specimen>
    ))}
    <Specimen name="star links">
      <StarLinks words={starWords} hrefOf={() => '#gallery'} subject="Moon jar" />
    </Specimen>
  </Part>
)

const Prices = () => (
  <Part title="Price">
    <Specimen name="price">
      <PriceLine price={euros(4_900)} compareAt={null} locale="en" words={priceWords} />
    </Specimen>
    <Specimen name="price with compare-at">
      <PriceLine price={euros(4_900)} compareAt={euros(6_900)} locale="de" words={priceWords} />
    </Specimen>
    <Specimen name="price with a compare-at of 0">
      <PriceLine price={won(49_000)} compareAt={won(0)} locale="ko" words={priceWords} />
    </Specimen>
    <Specimen name="price from">
      <PriceLine price={won(49_000)} compareAt={null} isFrom locale="en" words={priceWords} />
    </Specimen>
  </Part>
)

/** What is only read. */
export const Marks = () => (
  <>
    <Part title="Badge">
      {(['neutral', 'good', 'waiting', 'bad'] as const).map((tone) => (
        <Specimen key={tone} name={`badge ${tone}`}>
          <Badge tone={tone}>Published</Badge>
        </Specimen>
      ))}
    </Part>
    <Part title="Notice">
      {(['info', 'good', 'waiting', 'bad'] as const).map((tone) => (
        <Specimen key={tone} name={`notice ${tone}`}>
          <Notice tone={tone}>
            <p className="font-semibold">3 reviews were published.</p>
            <p>They appear on the product’s page within a second.</p>
          </Notice>
        </Specimen>
      ))}
    </Part>
    <Stars />
    <Prices />
    <Part title="Picture, time, skeleton">
      <Specimen name="picture">
        <ProductPicture src="/icon.svg" className="size-16" />
      </Specimen>
      <Specimen name="picture missing">
        <ProductPicture src={null} className="size-16" />
      </Specimen>
      <Specimen name="time">
        <TimeAgo at="2026-11-28T09:00:00.000Z" now={now} />
      </Specimen>
      <Specimen name="skeleton">
        <Skeleton className="h-5 w-40" />
      </Specimen>
    </Part>
  </>
)
