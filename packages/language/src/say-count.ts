import { formatNumber } from './format-number.ts'
import type { Language } from './languages.ts'
import { type Counted, formOf, say } from './text.ts'

/**
 * Says a counted text in the form that its number takes, and writes the number: `1 review`, `1,200 reviews`.
 *
 * @param values.count  Chooses the form. The other places are filled with what they are given.
 * @param texts  The catalogue the text stands in.
 */
export const sayCount = <Name extends string>(
  text: Counted<Name>,
  values: Readonly<Record<Exclude<Name, 'count'>, string>> & { readonly count: number },
  texts: { readonly language: Language },
): string => {
  const written = { ...values, count: formatNumber(values.count, texts) }
  return say(formOf(text, values.count, texts.language), written as Readonly<Record<Name, string>>)
}
