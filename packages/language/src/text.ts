import type { Language, languages } from './languages.ts'

declare const placeholders: unique symbol

/** A text with places to fill. No string to the types, so that it cannot be shown before `say` has filled it. */
export interface Template<Name extends string> {
  readonly [placeholders]: Name
}

declare const counted: unique symbol

/** A text in the forms that a counted noun takes: `formOf` chooses one. */
export interface Counted<Name extends string> {
  readonly [counted]: Name
}

/** The names between braces in a text: `'{rating} of 5 stars'` has `rating`. */
export type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

/** What a catalogue is made of: plain data. A group with the key `other` is one counted text. */
export interface Wording {
  readonly [key: string]: string | Wording
}

interface CountedWording extends Wording {
  readonly other: string
}

type FormOf<Text extends string> = [PlaceholdersOf<Text>] extends [never] ? string : Template<PlaceholdersOf<Text>>

type Forms<Tongue extends Language> = Readonly<Record<(typeof languages)[Tongue]['pluralForms'][number], string>>

/** What a reader's code is given for an English catalogue, in whichever language. */
export type SpokenWording<English> = English extends string
  ? FormOf<English>
  : English extends CountedWording
    ? Counted<PlaceholdersOf<Extract<English[keyof English], string>>>
    : { readonly [Key in keyof English]: SpokenWording<English[Key]> }

/** What another language must say: every text of the English catalogue, and counted ones in its own forms. */
export type Translation<English, Tongue extends Language> = English extends string
  ? string
  : English extends CountedWording
    ? Forms<Tongue>
    : { readonly [Key in keyof English]: Translation<English[Key], Tongue> }

/** A text's pieces in their order, with the values in its places: for values that are no text, such as a link. */
export const fillPlaces = <Name extends string, Value>(
  text: Template<Name>,
  values: Readonly<Record<Name, Value>>,
): (string | Value)[] =>
  // What the pattern captures, a place's name, stands at every second position.
  (text as unknown as string)
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : values[piece as Name]))

/**
 * Fills a text's places, each once: braces in a value stay as they are.
 *
 * @param values  One for each place. They are put in as they are given: who wants `1,200` or a date formats it first.
 */
export const say = <Name extends string>(
  text: Template<Name>,
  values: Readonly<Record<Name, string | number>>,
): string => fillPlaces(text, values).join('')

/** The text that a group has for a code, or undefined where it has none. */
export const textFor = (group: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(group, code) ? group[code] : undefined

/** The form of a text that a number takes in its language: `1 review`, `2 reviews`. */
export const formOf = <Name extends string>(text: Counted<Name>, count: number, language: Language): Template<Name> => {
  // Counted texts are their forms, which the types hide.
  const forms = text as unknown as Partial<Record<Intl.LDMLPluralRule, Template<Name>>> & { other: Template<Name> }
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other
}
