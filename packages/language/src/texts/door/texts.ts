import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type DoorTexts = Texts<typeof en>

/** What the public door says itself. */
export const doorTexts = textsByLanguage(en, { ko })
