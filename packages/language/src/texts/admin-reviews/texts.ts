import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Reviews. */
export const adminReviewsTexts = englishTexts(en)
