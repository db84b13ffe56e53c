import { englishCeramicReviews } from './reviews-en-ceramics.ts'
import { englishTextileReviews } from './reviews-en-textiles.ts'
import { englishWoodReviews } from './reviews-en-wood.ts'
import { koreanCeramicReviews } from './reviews-ko-ceramics.ts'
import { koreanTextileReviews } from './reviews-ko-textiles.ts'
import { koreanWoodReviews } from './reviews-ko-wood.ts'
import type { DemoLanguage, Stories } from './review-text.ts'

/** Whole reviews by language and product. Each is used once. */
export const demoStories: Readonly<Record<DemoLanguage, Stories>> = {
  en: { ...englishTextileReviews, ...englishCeramicReviews, ...englishWoodReviews },
  ko: { ...koreanTextileReviews, ...koreanCeramicReviews, ...koreanWoodReviews },
}
