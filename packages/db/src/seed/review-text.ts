import type { DemoHandle } from './products.ts'

export type DemoLanguage = 'en' | 'ko'
export type Stars = 1 | 2 | 3 | 4 | 5

/** A whole review, used once. */
export interface ReviewText {
  readonly stars: Stars
  readonly title: string | null
  readonly body: string
  /** The shop's answer to exactly this text. */
  readonly reply?: string
}

/** What people say of a product in one sentence, to be put together with others. */
export interface ProductRemarks {
  readonly good: readonly string[]
  readonly but: readonly string[]
}

/** Products that have reviews. */
export type ReviewedHandle = Exclude<DemoHandle, 'ash-stool'>
export type Stories = Readonly<Record<ReviewedHandle, readonly ReviewText[]>>
export type TextileHandle = 'merino-throw' | 'waffle-towels' | 'lambswool-cushion' | 'wool-rug'
export type CeramicHandle = 'stoneware-mug' | 'serving-bowl' | 'teapot' | 'bud-vase'
export type WoodHandle = 'walnut-board' | 'oak-tray' | 'beech-spoon'

/** Short for a content file: stars, title, text and, where the shop answered, its reply. */
export const story = (
  stars: Stars,
  title: string | null,
  text: readonly [body: string, reply?: string],
): ReviewText => {
  const [body, reply] = text
  return reply === undefined ? { stars, title, body } : { stars, title, body, reply }
}
