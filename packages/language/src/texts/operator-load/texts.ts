import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Load. */
export const operatorLoadTexts = englishTexts(en)
