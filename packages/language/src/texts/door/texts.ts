import { textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

/** What the public door says itself. */
export const doorTexts = textsByLanguage(en, { ko })
