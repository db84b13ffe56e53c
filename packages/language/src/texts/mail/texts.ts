import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type MailTexts = Texts<typeof en>

/** The words of the mails that show a shop. */
export const mailTexts = textsByLanguage(en, { ko })
