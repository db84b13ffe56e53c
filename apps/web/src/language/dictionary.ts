import { describeWait } from '@afterword/validation/primitives/wait-words'
import { type Dictionary, en } from './en.ts'
import { ko } from './ko.ts'

export type { Dictionary } from './en.ts'

const dictionaries = { en, ko } as const satisfies Record<string, Dictionary>
export type Language = keyof typeof dictionaries

const isLanguage = (text: string): text is Language => Object.hasOwn(dictionaries, text)

const languageOf = (tag: string): Language | null => {
  const language = tag.trim().toLowerCase().split('-')[0] ?? ''
  return isLanguage(language) ? language : null
}

/** The languages of an `Accept-Language` header, best first. @see RFC 9110 §12.5.4 */
const readAcceptLanguage = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';')
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((first, second) => second.weight - first.weight)
    .map(({ tag }) => tag)

/** The reader's own language where we speak it, else the shop's, else English. */
export const chooseLanguage = (acceptLanguage: string | null, shopLocale: string | null): Language => {
  for (const tag of readAcceptLanguage(acceptLanguage ?? '')) {
    const language = languageOf(tag)
    if (language !== null) return language
  }
  return languageOf(shopLocale ?? '') ?? 'en'
}

export const dictionaryOf = (language: Language): Dictionary => dictionaries[language]

/**
 * What a customer is told about an error code; one we have no words for is our own fault.
 *
 * @param retryAfterSeconds  How long to wait, where the answer said so.
 */
export const customerMessage = (
  dictionary: Dictionary,
  code: string,
  retryAfterSeconds: number | null = null,
): string => {
  if (code === 'rate.limited' && retryAfterSeconds !== null) {
    return dictionary.tryAgainIn(describeWait(retryAfterSeconds, dictionary.locale))
  }
  const messages: Readonly<Record<string, string>> = dictionary.errors
  return Object.hasOwn(messages, code) ? (messages[code] ?? dictionary.errors.internal) : dictionary.errors.internal
}
