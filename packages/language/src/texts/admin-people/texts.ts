import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page People. */
export const adminPeopleTexts = englishTexts(en)
