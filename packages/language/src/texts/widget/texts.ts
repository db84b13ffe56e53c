import { type Texts, textsByLanguage } from '../../catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type WidgetTexts = Texts<typeof en>

/** What the elements in shops’ pages say. */
export const widgetTexts = textsByLanguage(en, { ko })
