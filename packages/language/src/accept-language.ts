import { languageOf } from './language-of.ts'
import type { Language } from './languages.ts'

/** How much a reader wants which language, from 0 (refused) to 1. */
export interface Wishes {
  /** In the order of the header. */
  readonly named: ReadonlyMap<Language, number>
  /** Of every language that is not named (`*`); null where nothing is said of them. */
  readonly others: number | null
}

/** More than any browser sends. What follows is not read, so that the header's sender does not decide what it costs. */
const mostRanges = 32
const mostParameters = 4

/** A weight that cannot be read is none: the language is wanted. */
const weightOf = (parameters: readonly string[]): number => {
  const found = parameters.map((text) => /^\s*q\s*=\s*(\d+(?:\.\d*)?)\s*$/i.exec(text)?.[1]).find(Boolean)
  return found === undefined ? 1 : Math.min(1, Number(found))
}

/**
 * What an `Accept-Language` header says of the languages that we speak.
 *
 * @param header  As it came: `fr, ko-KR;q=0.8, *;q=0`.
 * @see RFC 9110 §12.5.4
 */
export const readAcceptLanguage = (header: string): Wishes => {
  const named = new Map<Language, number>()
  let others: number | null = null
  for (const part of header.split(',', mostRanges)) {
    const [tag = '', ...parameters] = part.split(';', 1 + mostParameters)
    const weight = weightOf(parameters)
    const language = languageOf(tag)
    if (language !== null) named.set(language, Math.max(weight, named.get(language) ?? 0))
    else if (tag.trim() === '*') others = weight
  }
  return { named, others }
}
