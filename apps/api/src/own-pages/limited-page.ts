import { describeWait } from '@afterword/language/describe-wait'
import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { doorTexts } from '@afterword/language/texts/door/texts'
import { waitTexts } from '@afterword/language/texts/wait/texts'
import { renderPlainPage } from './plain-page.ts'

/** What a person gets who did something too often, with how long to wait. It does not load itself again. */
export const limitedPage = (kind: 'attempts' | 'links', retryAfterSeconds: number, language: Language): string => {
  const { title, text } = doorTexts[language].limited[kind]
  const wait = describeWait(retryAfterSeconds, waitTexts[language])
  return renderPlainPage({ language, title, content: `<p>${say(text, { wait })}</p>` })
}
