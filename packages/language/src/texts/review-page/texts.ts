import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type ReviewPageTexts = Texts<typeof en>

/** What a customer reads while they review. */
export const reviewPageTexts = textsByLanguage(en, { ko })
