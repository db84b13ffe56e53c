import { textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

/** The words of the mails that show a shop. */
export const mailTexts = textsByLanguage(en, { ko })
