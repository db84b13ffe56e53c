import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts in place of a page that is missing or failed. */
export const missingPagesTexts = englishTexts(en)
