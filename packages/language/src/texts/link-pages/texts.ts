import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type LinkPagesTexts = Texts<typeof en>

/** What a customer reads who has no working link, or wants no more mail. */
export const linkPagesTexts = textsByLanguage(en, { ko })
