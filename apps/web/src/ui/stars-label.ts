import { formatNumber } from '@afterword/language/format-number'
import { say } from '@afterword/language/text'
import { interfacePartsTexts as texts } from '@afterword/language/texts/interface-parts/texts'

/** What a review's stars are read as to staff: `4 of 5 stars`. @param rating  1 to 5. */
export const starsLabel = (rating: number): string => say(texts.stars, { rating: formatNumber(rating, texts) })
