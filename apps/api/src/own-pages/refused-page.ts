import { type Language, languageNames } from '@afterword/language/languages'
import { doorTexts } from '@afterword/language/texts/door/texts'
import type { IncomingHttpHeaders } from 'node:http'
import { renderPlainPage } from './plain-page.ts'
import { languageFor } from './reader-language.ts'
import { isForPerson } from './wait-page.ts'

type Refused = keyof (typeof doorTexts)['en']['refused']

/** What of a request says who reads its answer; headers by their names in lower case. */
export interface RefusedRequest {
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

const renderRefusal = (code: Refused, language: Language, others: readonly Language[] = []): string => {
  const { title, text } = doorTexts[language].refused[code]
  const repeated = others.map((other) => {
    const words = doorTexts[other].refused[code]
    return `<h2 lang="${other}">${words.title}</h2><p lang="${other}">${words.text}</p>`
  })
  return renderPlainPage({ language, title, content: `<p>${text}</p>${repeated.join('')}` })
}

/**
 * What a person reads whose request was refused before any of it was looked at.
 *
 * @param asked  Null where it is not known: a person is most likely to read it, in one language or another.
 * @returns HTML, or undefined for a program, which is answered in JSON.
 */
export const refusedPage = (code: Refused, asked: RefusedRequest | null): string | undefined => {
  if (asked === null) {
    const others = languageNames.filter((name) => name !== 'en')
    return renderRefusal(code, 'en', others)
  }
  return isForPerson(asked, asked.url) ? renderRefusal(code, languageFor(asked, asked.url)) : undefined
}
