import type { Language } from '@afterword/language/languages'
import { errorsTexts, type ErrorsTexts } from '@afterword/language/texts/errors/texts'
import { ratingsTexts, type RatingsTexts } from '@afterword/language/texts/ratings/texts'
import { reviewPageTexts, type ReviewPageTexts } from '@afterword/language/texts/review-page/texts'

/** All that the scripts of the review page say, in one language. */
export interface CustomerTexts extends ReviewPageTexts {
  readonly ratings: RatingsTexts
  readonly errors: ErrorsTexts
}

/** For the server, which hands them to the page: whatever imports this has every language in it. */
export const customerTextsOf = (language: Language): CustomerTexts => ({
  ...reviewPageTexts[language],
  ratings: ratingsTexts[language],
  errors: errorsTexts[language],
})
