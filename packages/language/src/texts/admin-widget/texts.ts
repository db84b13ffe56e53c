import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Widget. */
export const adminWidgetTexts = englishTexts(en)
