import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Account. */
export const accountTexts = englishTexts(en)
