import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type WaitTexts = Texts<typeof en>

export const waitTexts = textsByLanguage(en, { ko })
