import type { Language } from './languages.ts'
import { localeOf } from './locale-of.ts'

/** A number as it stands among a catalogue's texts: `1,200`. */
export const formatNumber = (value: number, texts: { readonly language: Language }): string =>
  value.toLocaleString(localeOf(texts))
