import { englishTexts } from '@afterword/language/catalogue'
import { describeWait } from '@afterword/language/describe-wait'
import { en } from '@afterword/language/texts/wait/en'

const waitTexts = englishTexts(en)

/** How long an answer asks to be left alone, in seconds; null when it does not say. */
export const readRetryAfter = (headers: Pick<Headers, 'get'> | undefined): number | null => {
  const text = headers?.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** What to tell somebody who tried too often. */
export const tooManyWords = (retryAfterSeconds: number | null): string =>
  retryAfterSeconds === null
    ? 'Too many attempts. Please wait a few minutes and try again.'
    : `Too many attempts. Try again in ${describeWait(retryAfterSeconds, waitTexts)}.`
