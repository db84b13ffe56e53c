import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the fields for passwords. */
export const passwordTexts = englishTexts(en)
