import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type RatingsTexts = Texts<typeof en>

/** What one to five stars mean. */
export const ratingsTexts = textsByLanguage(en, { ko })
