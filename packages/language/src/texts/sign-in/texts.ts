import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the pages on the way in. */
export const signInTexts = englishTexts(en)
