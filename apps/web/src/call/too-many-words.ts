import { englishTexts } from '@afterword/language/catalogue'
import { describeWait } from '@afterword/language/describe-wait'
import { say } from '@afterword/language/text'
import { callTexts } from '@afterword/language/texts/call/texts'
import { en } from '@afterword/language/texts/wait/en'

const waitTexts = englishTexts(en)

/** What to tell staff who tried too often. @param retryAfterSeconds  Null where the answer does not say. */
export const tooManyWords = (retryAfterSeconds: number | null): string =>
  retryAfterSeconds === null
    ? callTexts.tooMany
    : say(callTexts.tooManyFor, { wait: describeWait(retryAfterSeconds, waitTexts) })
