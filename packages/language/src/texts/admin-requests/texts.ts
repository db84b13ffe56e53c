import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The log of a shop’s review requests. */
export const adminRequestsTexts = englishTexts(en)
