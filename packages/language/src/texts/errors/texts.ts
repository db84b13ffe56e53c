import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type ErrorsTexts = Texts<typeof en>

/** What a customer is told about an error, by its code. */
export const errorsTexts = textsByLanguage(en, { ko })
